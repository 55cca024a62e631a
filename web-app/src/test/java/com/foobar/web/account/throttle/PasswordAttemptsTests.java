package com.foobar.web.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class PasswordAttemptsTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String HOME = "192.0.2.1";
    private static final long ADA = 7;

    private final Clock clock = mock(Clock.class);
    private final PasswordAttempts attempts = new PasswordAttempts(new Throttle(new AttemptsInMemory(), clock),
            new ThrottleProperties(null, null, null, null, null, null, null, null, null));

    @BeforeEach
    void begin() {
        at(Duration.ZERO);
    }

    private void at(Duration later) {
        when(clock.instant()).thenReturn(START.plus(later));
    }

    @Test
    void aNameIsRefusedWhereItFailedTenTimesUntilTheWindowsEnd() {
        fail(10, HOME);

        assertThat(refused(() -> attempts.ofStranger("ada", HOME)).retrySeconds()).isEqualTo(900);
        at(WINDOW.minusNanos(1_000));
        assertThat(refused(() -> attempts.ofStranger("ADA", HOME)).retrySeconds()).isEqualTo(1);
        at(WINDOW);
        assertThatCode(() -> attempts.ofStranger("ada", HOME)).doesNotThrowAnyException();
    }

    @Test
    void elsewhereAndByAnotherNameItIsNot() {
        fail(10, HOME);

        assertThatCode(() -> attempts.ofStranger("ada", "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.ofStranger("bob", HOME)).doesNotThrowAnyException();
    }

    @Test
    void anAddressIsRefusedAfterFiftyFailuresWhateverTheNames() {
        for (int i = 0; i < 50; i++) {
            attempts.ofStranger("name" + i, HOME);
        }

        assertThat(refused(() -> attempts.ofStranger("ada", HOME)).sentence())
                .isEqualTo("There were too many attempts. Try again in 15 minutes.");
    }

    @Test
    void aNameThatIsAttackedFromEverywhereIsRefusedToStrangersAlone() {
        attackFromEverywhere();

        assertThat(refused(() -> attempts.ofStranger("ada", HOME)).sentence())
                .contains("from other places", "in which you have signed in before, or try again in 15 minutes.");
        assertThatCode(() -> attempts.onDevice(ADA, "laptop", "ada", HOME)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.inSession(ADA, "session 1")).doesNotThrowAnyException();
    }

    @Test
    void whoIsRefusedForTheNameUsesNothingElseUp() {
        attackFromEverywhere();

        IntStream.range(0, 60).forEach(_ -> refused(() -> attempts.ofStranger("ada", HOME)));

        assertThatCode(() -> attempts.ofStranger("bob", HOME)).doesNotThrowAnyException();
    }

    @Test
    void strangersAtTheSameAddressKeepNoDeviceOut() {
        IntStream.range(0, 50).forEach(i -> attempts.ofStranger("name" + i, HOME));

        assertThatCode(() -> attempts.onDevice(ADA, "laptop", "ada", HOME)).doesNotThrowAnyException();
    }

    @Test
    void aDeviceThatFailedTenTimesIsAStrangersAndTheOthersAreNot() {
        for (int i = 0; i < 10; i++) {
            attempts.onDevice(ADA, "laptop", "ada", HOME);
        }
        attackFromEverywhere();

        refused(() -> attempts.onDevice(ADA, "laptop", "ada", HOME));
        assertThatCode(() -> attempts.onDevice(ADA, "phone", "ada", HOME)).doesNotThrowAnyException();
    }

    @Test
    void aSessionIsRefusedAfterTenGuessesAndTheOthersAreNot() {
        for (int i = 0; i < 10; i++) {
            attempts.inSession(ADA, "session 1");
        }

        refused(() -> attempts.inSession(ADA, "session 1"));
        assertThatCode(() -> attempts.inSession(ADA, "session 2")).doesNotThrowAnyException();
        at(WINDOW);
        assertThatCode(() -> attempts.inSession(ADA, "session 1")).doesNotThrowAnyException();
    }

    @Test
    void aSessionGuessesAHundredTimesInItsLife() {
        for (int round = 0; round < 10; round++) {
            at(WINDOW.multipliedBy(round));
            IntStream.range(0, 10).forEach(_ -> attempts.inSession(ADA, "session 1"));
        }
        at(Duration.ofDays(30).minusSeconds(1));

        assertThat(refused(() -> attempts.inSession(ADA, "session 1")).retrySeconds()).isEqualTo(1);
    }

    @Test
    void aSuccessTakesNothingOfWhatOthersUseAndMakesItsOwnNew() {
        for (int i = 0; i < 120; i++) {
            if (i % 9 == 0) {
                attempts.ofStranger("ada", HOME).succeeded();
            }
            attempts.onDevice(ADA, "laptop", "ada", HOME).succeeded();
            at(Duration.ofSeconds(15L * i));
        }
        fail(10, HOME);

        refused(() -> attempts.ofStranger("ada", HOME));
    }

    @Test
    void rightPasswordsAreCountedToo() {
        for (int i = 0; i < 200; i++) {
            attempts.ofStranger("name" + i, HOME).succeeded();
        }
        for (int i = 0; i < 100; i++) {
            attempts.inSession(ADA, "session " + i).succeeded();
        }

        refused(() -> attempts.ofStranger("ada", HOME));
        refused(() -> attempts.ofSignUp(HOME));
        refused(() -> attempts.inSession(ADA, "session 1"));
        assertThatCode(() -> attempts.inSession(ADA + 1, "session 1")).doesNotThrowAnyException();
    }

    @Test
    void anAccountThatIsNotMadeIsNotCounted() {
        IntStream.range(0, 30).forEach(_ -> attempts.ofSignUp(HOME).abandon());
        IntStream.range(0, 20).forEach(_ -> attempts.ofSignUp(HOME));

        assertThat(refused(() -> attempts.ofSignUp(HOME)).retrySeconds()).isEqualTo(3_600);
    }

    @Test
    void attemptsOfOneNetworkOrAccountWaitInOneLane() {
        assertThat(attempts.ofStranger("ada", HOME).lane()).isEqualTo(attempts.ofSignUp(HOME).lane())
                .isNotEqualTo(attempts.ofStranger("ada", "192.0.2.2").lane());
        assertThat(attempts.onDevice(ADA, "laptop", "ada", HOME).lane())
                .isEqualTo(attempts.inSession(ADA, "session 1").lane()).isEqualTo(PasswordAttempts.lane(ADA));
    }

    private void fail(int times, String address) {
        IntStream.range(0, times).forEach(_ -> attempts.ofStranger("ada", address));
    }

    private void attackFromEverywhere() {
        for (int i = 0; i < 100; i++) {
            attempts.ofStranger("ada", "198.51.100." + i);
        }
    }

    private static TooManyAttemptsException refused(Runnable attempt) {
        return assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(attempt::run).actual();
    }
}
