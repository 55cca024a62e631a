package com.foobar.web.account.password;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.foobar.web.account.throttle.TooManyAttemptsException;

import static com.foobar.replication.pair.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FairTurnsTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final FairTurns turns = new FairTurns(1, 4, 8);
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void end() {
        threads.forEach(Thread::interrupt);
    }

    @Test
    void lanesAreServedInTurnHoweverManyWaitInOne() throws InterruptedException {
        turns.enter("greedy", LONG);
        for (int i = 0; i < 4; i++) {
            wait("greedy");
        }
        wait("ada");
        wait("bob");

        turns.leave();

        await().untilAsserted(() -> assertThat(served).containsExactly("greedy", "ada", "bob", "greedy", "greedy",
                "greedy"));
    }

    @Test
    void aLaneThatIsFullRefusesItsOwnAlone() throws InterruptedException {
        turns.enter("greedy", LONG);
        for (int i = 0; i < 4; i++) {
            wait("greedy");
        }

        assertThatThrownBy(() -> turns.enter("greedy", LONG)).isInstanceOf(TooManyAttemptsException.class);
        wait("ada");
    }

    @Test
    void whereAllIsFullTheLongestLaneMakesRoom() throws InterruptedException {
        turns.enter("first", LONG);
        for (int i = 0; i < 4; i++) {
            wait("greedy");
            wait("greedy too");
        }

        join("ada");
        await().until(() -> served.contains("greedy was refused") || served.contains("greedy too was refused"));

        turns.leave();
        await().until(() -> served.contains("ada"));
    }

    @Test
    void whereAllIsFullOfSingleOnesNobodyMakesRoom() throws InterruptedException {
        turns.enter("first", LONG);
        for (int i = 0; i < 8; i++) {
            wait("lane " + i);
        }

        assertThatThrownBy(() -> turns.enter("ada", LONG)).isInstanceOf(PasswordsBusyException.class);
    }

    @Test
    void whoWaitedForOthersInVainIsToldThatTheSiteIsBusyAndLeavesNoTrace() throws InterruptedException {
        turns.enter("first", LONG);

        assertThatThrownBy(() -> turns.enter("ada", Duration.ofMillis(1))).isInstanceOf(PasswordsBusyException.class);

        assertThat(turns.waiting()).isZero();
        turns.leave();
        assertThatCode(() -> turns.enter("ada", Duration.ZERO)).doesNotThrowAnyException();
    }

    @Test
    void whoWaitedForTheirOwnInVainIsToldSo() throws InterruptedException {
        turns.enter("first", LONG);
        wait("greedy");

        assertThatThrownBy(() -> turns.enter("greedy", Duration.ofMillis(1)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void aWaiterWhoIsInterruptedPassesItsTurnOn() throws InterruptedException {
        turns.enter("first", LONG);
        Thread ada = wait("ada");
        wait("bob");

        ada.interrupt();
        await().until(() -> turns.waiting() == 1);
        turns.leave();

        await().untilAsserted(() -> assertThat(served).containsExactly("bob"));
    }

    /** Starts a thread that waits in a lane, and returns when the thread waits there. */
    private Thread wait(String lane) {
        int before = turns.waiting();
        Thread thread = join(lane);
        await().until(() -> turns.waiting() == before + 1);
        return thread;
    }

    private Thread join(String lane) {
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                turns.enter(lane, LONG);
                served.add(lane);
                turns.leave();
            } catch (TooManyAttemptsException e) {
                served.add(lane + " was refused");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        return thread;
    }
}
