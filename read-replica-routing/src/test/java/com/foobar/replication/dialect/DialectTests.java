package com.foobar.replication.dialect;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DialectTests {

    @Test
    void theSchemeOfTheUrlDecides() {
        assertThat(Dialect.of("jdbc:mysql://db/foobar")).isInstanceOf(MySqlDialect.class);
        assertThat(Dialect.of("jdbc:mariadb://db/foobar")).isInstanceOf(MariaDbDialect.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Dialect.of("jdbc:h2:mem:foobar"))
                .withMessageContaining("jdbc:h2");
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:postgresql://foobar:a-secret@db/foobar?password=a-secret",
            "foobar:a-secret@db/foobar", "jdbc:mysq//db/foobar?user=a&password=a-secret",
            "mysql://a-secret@db/foobar" })
    void aUrlThatNoDialectKnowsIsNotShownWithItsSecrets(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> Dialect.of(url)).withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql://db/foobar", "jdbc:mariadb://db/foobar" })
    void aRefusedWriteSaysThatTheRoleChanged(String url) {
        for (int code : new int[]{ 1290, 1792, 1836 }) {
            assertThat(Dialect.of(url).saysRoleChanged(new SQLException("refused", "HY000", code))).isTrue();
        }
        assertThat(Dialect.of(url).saysRoleChanged(new SQLException("duplicate", "23000", 1062))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "jdbc:mysql://db/foobar", "jdbc:mariadb://db/foobar" })
    void aTableOfTermsThatIsMissingOrNotToBeSeenIsMissing(String url) {
        for (int code : new int[]{ 1044, 1049, 1142, 1146 }) {
            assertThat(Dialect.of(url).saysTermsMissing(new SQLException("missing", "42000", code))).isTrue();
        }
        assertThat(Dialect.of(url).saysTermsMissing(new SQLException("bad syntax", "42000", 1064))).isFalse();
    }
}
