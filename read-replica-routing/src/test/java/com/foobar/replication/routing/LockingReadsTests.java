package com.foobar.replication.routing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LockingReadsTests {

    @ParameterizedTest
    @ValueSource(strings = { "select * from story for update", "SELECT 1 FROM story FOR\n  UPDATE SKIP LOCKED",
            "select * from story where title = 'x' for share nowait", "select * from story lock in share mode",
            "(select 1 from story for update) union (select 2)" })
    void locks(String sql) {
        assertThat(LockingReads.locks(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "select * from story", "select 'wait for update'", "select `for update` from story",
            "select \"lock in share mode\"", "select title from platform_update", "select 'it''s for update'" })
    void doesNotLock(String sql) {
        assertThat(LockingReads.locks(sql)).isFalse();
    }
}
