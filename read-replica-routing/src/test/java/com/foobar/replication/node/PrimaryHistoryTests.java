package com.foobar.replication.node;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.gtid.MariaDbGtidSet;
import com.foobar.replication.status.Lag;

import static org.assertj.core.api.Assertions.assertThat;

class PrimaryHistoryTests {

    private final PrimaryHistory history = new PrimaryHistory();

    @Test
    void aNodeThatHasAllIsNotBehind() {
        history.add(seconds(1), at(10));

        assertThat(history.behind(at(10), seconds(9))).isEqualTo(Lag.NONE);
    }

    @Test
    void lagIsTheAgeOfTheOldestThatIsMissing() {
        history.add(seconds(1), at(10));
        history.add(seconds(2), at(20));
        history.add(seconds(3), at(30));

        assertThat(history.behind(at(15), seconds(5))).isEqualTo(new Lag(Duration.ofSeconds(3), 15));
    }

    @Test
    void lagDoesNotGrowWhileThePrimaryWritesNothingAndAllIsThere() {
        history.add(seconds(1), at(10));
        history.add(seconds(60), at(10));

        assertThat(history.behind(at(10), seconds(61))).isEqualTo(Lag.NONE);
    }

    @Test
    void whatThePrimaryDidAfterTheNodeAnsweredIsNoLag() {
        history.add(seconds(1), at(10));
        history.add(seconds(3), at(30));

        assertThat(history.behind(at(10), seconds(2))).isEqualTo(Lag.NONE);
    }

    @Test
    void nothingIsBehindAPrimaryThatWasNeverSeen() {
        assertThat(history.behind(at(0), seconds(1))).isEqualTo(Lag.NONE);
    }

    @Test
    void aLongHistoryForgetsItsBeginningButNotThatANodeIsBehind() {
        for (int i = 1; i <= 5_000; i++) {
            history.add(seconds(i), at(i));
        }

        assertThat(history.behind(at(1), seconds(5_000)).time()).isGreaterThan(Duration.ofMinutes(10));
        assertThat(history.behind(at(1), seconds(5_000)).transactions()).isEqualTo(4_999);
    }

    private static GtidSet at(int number) {
        return MariaDbGtidSet.parse("0-1-" + number);
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
