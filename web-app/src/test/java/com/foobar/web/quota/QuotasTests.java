package com.foobar.web.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Viewer;
import com.foobar.web.account.throttle.LimitSetting;
import com.foobar.web.account.throttle.Quota;
import com.foobar.web.account.throttle.Throttle;
import com.foobar.web.account.throttle.TooManyAttemptsException;

import static com.foobar.web.security.Viewers.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class QuotasTests {

    private static final LimitSetting TWO = new LimitSetting(2, Duration.ofMinutes(1));
    private static final LimitSetting THREE = new LimitSetting(3, null);
    private static final Viewer BOB = new Viewer(2, "bob", "Bob", Preferences.DEFAULT, 12L);
    private static final Viewer EVE = new Viewer(3, "eve", "Eve", Preferences.DEFAULT, 12L);

    private final Throttle throttle = mock(Throttle.class);
    private final Quotas limits = new Quotas(
            new QuotaProperties(null, null, null, null, TWO, THREE, TWO, 1, Duration.ZERO, 2, 1,
                    Duration.ZERO),
            throttle,
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void whatIsWrittenIsCountedByAccountAndByAddress() {
        limits.countStory(ADA, "192.0.2.1");
        limits.countComment(ADA, "192.0.2.1");

        ArgumentCaptor<Quota> quotas = ArgumentCaptor.forClass(Quota.class);
        verify(throttle, times(2)).take(quotas.capture(), quotas.capture());
        assertThat(quotas.getAllValues()).extracting(Quota::subject).doesNotHaveDuplicates();
        assertThat(quotas.getAllValues()).extracting(quota -> quota.limit().attempts()).containsExactly(60, 300, 60,
                300);
        assertThat(quotas.getAllValues()).extracting(Quota::refusal).satisfiesExactly(
                story -> assertThat(story).contains("too many stories"),
                story -> assertThat(story).contains("nothing was stored. Try again "),
                comment -> assertThat(comment).contains("too many comments"),
                comment -> assertThat(comment).contains("nothing was stored. Try again "));
    }

    @Test
    void searchesAreCountedByNetwork() {
        limits.search("2001:db8:1::1", () -> "one");
        limits.search("2001:db8:1:2::2", () -> "two");

        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> limits.search("2001:db8:1::3", QuotasTests::neverMade));
        assertThat(limits.search("2001:db8:2::1", () -> "three")).isEqualTo("three");
    }

    @Test
    void previewsAreCountedByAccountAndByNetworkBeforeTheyAreMade() {
        assertThat(limits.preview(ADA, "192.0.2.1", () -> "one")).isEqualTo("one");
        limits.preview(ADA, "192.0.2.1", () -> "two");

        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> limits.preview(ADA, "192.0.2.2", QuotasTests::neverMade));
        limits.preview(BOB, "192.0.2.1", () -> "three");
        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> limits.preview(BOB, "192.0.2.1", QuotasTests::neverMade));
    }

    private static String neverMade() {
        throw new AssertionError("It was made all the same.");
    }

    @Test
    void noMorePreviewsAreMadeAtOnceThanAllowed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> limits.preview(ADA, "192.0.2.1", () -> {
                begun.countDown();
                return await(end);
            }));
            assertThat(await(begun)).isTrue();

            assertThatExceptionOfType(TooManyAttemptsException.class)
                    .isThrownBy(() -> limits.preview(BOB, "192.0.2.2", QuotasTests::neverMade));
            end.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(limits.preview(EVE, "192.0.2.3", () -> "next")).isEqualTo("next");
    }

    @Test
    void noMoreSearchesAreDoneAtOnceThanAllowedAndFewerOfOneNetwork() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(() -> limits.search("192.0.2.1", () -> held(begun, end)));
            assertThat(limits.search("192.0.2.4", () -> "beside")).isEqualTo("beside");
            Future<Boolean> second = threads.submit(() -> limits.search("192.0.2.2", () -> held(begun, end)));
            assertThat(await(begun)).isTrue();

            assertThat(refused("192.0.2.1").sentence()).contains("Other searches of yours", "Try again");
            assertThat(refused("192.0.2.3").sentence()).contains("Many searches", "Try again");
            end.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
        assertThat(limits.search("192.0.2.3", () -> "next")).isEqualTo("next");
    }

    private TooManyAttemptsException refused(String address) {
        return assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> limits.search(address, QuotasTests::neverMade)).actual();
    }

    private static boolean held(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        return await(end);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
