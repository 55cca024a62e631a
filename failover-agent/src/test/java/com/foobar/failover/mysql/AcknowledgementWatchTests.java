package com.foobar.failover.mysql;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AcknowledgementWatchTests {

    private static final long LIMIT = Duration.ofSeconds(1).toNanos();

    private final AcknowledgementWatch watch = new AcknowledgementWatch(Duration.ofSeconds(1));

    @Test
    void serverThatDoesNotWaitIsNeverSilent() {
        assertThat(watch.isSilent(false, true, 0, 0, 0, 0)).isFalse();
        assertThat(watch.isSilent(false, true, 0, 0, 0, 9 * LIMIT)).isFalse();
    }

    @Test
    void commitsThatWaitWithoutProgressMakeSilence() {
        assertThat(watch.isSilent(true, true, 1, 2, 7, 0)).as("the first look").isFalse();
        assertThat(watch.isSilent(true, true, 1, 2, 7, LIMIT)).as("at the limit").isFalse();
        assertThat(watch.isSilent(true, true, 1, 2, 7, LIMIT + 1)).isTrue();
        assertThat(watch.isSilent(true, true, 1, 2, 8, LIMIT + 2)).as("one was acknowledged").isFalse();
    }

    @Test
    void partnerThatIsNotConnectedIsSilentEvenWithoutCommits() {
        watch.isSilent(true, true, 1, 0, 7, 0);
        assertThat(watch.isSilent(true, true, 1, 0, 7, 5 * LIMIT)).as("connected, and nothing to do").isFalse();
        assertThat(watch.isSilent(true, true, 0, 0, 7, 6 * LIMIT + 1)).isTrue();
    }

    @Test
    void closedServerThatWaitsForItsPartnerGivesUp() {
        watch.isSilent(false, false, 0, 0, 0, 0);
        assertThat(watch.isSilent(true, false, 1, 0, 0, LIMIT)).isFalse();
        assertThat(watch.isSilent(true, false, 1, 0, 0, LIMIT + 1)).isTrue();
    }
}
