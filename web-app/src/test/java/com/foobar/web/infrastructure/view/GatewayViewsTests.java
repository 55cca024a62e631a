package com.foobar.web.infrastructure.view;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.foobar.gatewayview.GatewayView;
import com.foobar.web.infrastructure.view.GatewayViews.HeardView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GatewayViewsTests {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** The nanosecond clock may have any value, even below zero. */
    private static final long START = -3 * SECOND;

    private final GatewayViews views = new GatewayViews(
            new InfrastructureProperties(Duration.ofSeconds(5), Duration.ofMinutes(5)));

    @Test
    void lastViewOfEachGatewayIsKnownByName() {
        views.heard(view("gateway-2", 0), START);
        views.heard(view("gateway-1", 1), START);
        views.heard(view("gateway-1", 2), START + SECOND);

        assertThat(views.known(START + 2 * SECOND)).containsExactly(
                new HeardView(view("gateway-1", 2), Duration.ofSeconds(1), false),
                new HeardView(view("gateway-2", 0), Duration.ofSeconds(2), false));
    }

    @Test
    void gatewayThatIsNotHeardOfIsSilentAndThenForgotten() {
        views.heard(view("gateway-1", 0), START);

        assertThat(views.known(START + 5 * SECOND)).extracting(HeardView::silent).containsExactly(false);
        assertThat(views.known(START + 5 * SECOND + 1)).extracting(HeardView::silent).containsExactly(true);
        assertThat(views.known(START + 300 * SECOND)).hasSize(1);
        assertThat(views.known(START + 300 * SECOND + 1)).isEmpty();
    }

    @Test
    void gatewayThatIsHeardAgainIsNotSilent() {
        views.heard(view("gateway-1", 0), START);
        views.heard(view("gateway-1", 0), START + 60 * SECOND);

        assertThat(views.known(START + 61 * SECOND)).extracting(HeardView::silent).containsExactly(false);
    }

    @Test
    void whoWasSilentLongestIsForgottenWhereThereAreTooMany() {
        IntStream.range(0, 1_000).forEach(i -> views.heard(view("gateway-" + i, 0), START + i));

        assertThat(views.known(START + SECOND)).extracting(heard -> heard.view().gateway())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(984, 1_000).mapToObj(i -> "gateway-" + i).toList());
    }

    @Test
    void forgettingBeforeSilenceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InfrastructureProperties(Duration.ofSeconds(5), Duration.ofSeconds(4)))
                .withMessageContaining("must have forget-after no shorter than silent-after.");
    }

    private static GatewayView view(String gateway, int unlisted) {
        return new GatewayView(gateway, List.of(), unlisted);
    }
}
