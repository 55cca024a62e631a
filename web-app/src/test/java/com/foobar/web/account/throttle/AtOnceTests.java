package com.foobar.web.account.throttle;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AtOnceTests {

    @Test
    void oneMoreOfAClientIsRefusedUntilOneLeaves() {
        AtOnce few = new AtOnce(2, Duration.ZERO);

        assertThat(few.enter("a")).isTrue();
        assertThat(few.enter("a")).isTrue();
        assertThat(few.enter("a")).isFalse();
        assertThat(few.enter("b")).isTrue();
        few.leave("a");
        assertThat(few.enter("a")).isTrue();
        assertThat(few.enter("a")).isFalse();
    }

    @Test
    void whoIsPatientEntersWhenOneLeaves() throws Exception {
        AtOnce few = new AtOnce(1, Duration.ofSeconds(20));
        assertThat(few.enter("a")).isTrue();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> next = threads.submit(() -> few.enter("a"));
            few.leave("a");
            assertThat(next.get()).isTrue();
        }
    }
}
