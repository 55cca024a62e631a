package com.foobar.replication.gtid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MariaDbGtidSetTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0-1-10 | 0-2-10 | 0", "0-1-10 | 0-1-12 | 2", "0-1-10,1-1-3 | 1-1-5 | 2",
            "'' | 0-1-4 | 4", "0-1-4 | '' | 0", "0-1-4 | 2-1-6,0-1-5 | 7" })
    void missingTransactionsAreCounted(String own, String other, long missing) {
        assertThat(MariaDbGtidSet.parse(own).missing(MariaDbGtidSet.parse(other))).isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "0-1-10 | 1 | true", "0-1-10 | 2 | false", "0-1-10 | 11 | false",
            "0-1-10,1-2-5 | 1 | false", "'' | 1 | true" })
    void theServerThatCommittedAPositionIsKnownByItsNumber(String position, String source, boolean from) {
        assertThat(MariaDbGtidSet.parse(position).isFrom(source)).isEqualTo(from);
    }

    @Test
    void aUnionHasTheLaterOfEachDomain() {
        assertThat(MariaDbGtidSet.parse("0-1-5,1-1-9").union(MariaDbGtidSet.parse("0-2-7,2-1-1")))
                .isEqualTo(MariaDbGtidSet.parse("0-2-7,1-1-9,2-1-1"));
    }

    @Test
    void aPositionIsWrittenAsTheServerWritesIt() {
        assertThat(MariaDbGtidSet.parse("1-2-5, 0-1-270")).hasToString("0-1-270,1-2-5");
    }

    @ParameterizedTest
    @ValueSource(strings = { "0-1", "a-b-c", "0-1-5-6", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1" })
    void whatIsNoPositionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MariaDbGtidSet.parse(text));
    }
}
