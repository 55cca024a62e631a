package com.foobar.replication.gtid;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MySqlGtidSetTests {

    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "4e11fa47-71ca-11e1-9e33-c80aa9429562";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "a:5 | a | true", "a:5 | b | false", "a:5,b:1 | a | false",
            "a:tag:5 | a | true", "'' | a | true" })
    void theServerThatCommittedAPositionIsKnownByItsUuid(String position, String source, boolean from) {
        String uuid = source.equals("a") ? A : B;

        assertThat(parse(position).isFrom(uuid)).isEqualTo(from);
        assertThat(parse(position).isFrom(uuid.toUpperCase(Locale.ROOT))).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "a:1-5 | a:3 | 0", "a:1-5 | a:5-7 | 2", "a:1-5:10-12 | a:4-11 | 4",
            "a:1-5 | b:1-3 | 3",
            "a:1-2:4-5:7-8 | a:1-8 | 2", "'' | a:1-5,b:1 | 6", "a:1-5 | '' | 0", "a:1-5:tag:1-2 | a:tag:1-3 | 1",
            "a:1-5 | a:tag:5 | 1", "a:1-9 | a:1-2:5-6:9 | 0" })
    void missingTransactionsAreCounted(String own, String other, long missing) {
        assertThat(parse(own).missing(parse(other))).isEqualTo(missing);
        assertThat(parse(own).contains(parse(other))).isEqualTo(missing == 0);
    }

    @Test
    void aUnionHasWhatEitherHas() {
        assertThat(parse("a:1-3:7,b:1").union(parse("a:4-6,b:3"))).isEqualTo(parse("a:1-7,b:1:3"));
    }

    @Test
    void lettersMayBeOfEitherCaseAndLinesMayBreak() {
        assertThat(MySqlGtidSet.parse((A + ":1-5").toUpperCase(Locale.ROOT) + ",\n" + B + ":1"))
                .isEqualTo(parse("a:1-5,b:1"));
    }

    @Test
    void aSetIsWrittenAsTheServerWritesIt() {
        assertThat(parse("b:1,\na:7:1-5:tag:1-3")).hasToString(A + ":1-5:7," + A + ":tag:1-3," + B + ":1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "a:", "a:0", "a:5-3", "a:1-", "a:-1", "0-1-5", "a:1;drop table story",
            "a:99999999999999999999" })
    void whatIsNoSetIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(text));
    }

    private static MySqlGtidSet parse(String text) {
        return MySqlGtidSet.parse(text.replaceAll("\\ba\\b", A).replaceAll("\\bb\\b", B));
    }
}
