package com.foobar.gatewayview;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GatewayViewTests {

    @Test
    void eachServerIsRead() {
        assertThat(GatewayView
                .parse("gateway-1 server-1=UP;3;12.4;nginx-1/web-app-1;2 server-2=DOWN;0;0.0;nginx-2/web-app-2;1"))
                        .isEqualTo(new GatewayView("gateway-1",
                                List.of(new ServerView("server-1", ServerState.UP, 3, 12.4,
                                        List.of("nginx-1", "web-app-1"), 2),
                                        new ServerView("server-2", ServerState.DOWN, 0, 0,
                                                List.of("nginx-2", "web-app-2"),
                                                1)),
                                0));
    }

    @Test
    void addressesAreNamesToo() {
        assertThat(GatewayView.parse("gateway-1 10.0.0.7:8080=UP;0;0.0;-;0 [fe80::1]:8080=STARTING;0;0.0;-;0")
                .servers()).extracting(ServerView::name).containsExactly("10.0.0.7:8080", "[fe80::1]:8080");
    }

    @Test
    void pathMayBeUnknown() {
        assertThat(GatewayView.parse("gateway-1 server-1=STARTING;0;0.0;-;0").servers().getFirst().path()).isEmpty();
    }

    @Test
    void whoIsToBlameMayBeUnclear() {
        assertThat(GatewayView.parse("gateway-1 server-1=DOWN;0;0.0;nginx-1/web-app-1;?").servers().getFirst()
                .responding()).isEqualTo(ServerView.UNCLEAR);
    }

    @Test
    void serversMayBeLeftOut() {
        assertThat(GatewayView.parse("gateway-1 server-1=UP;0;0.0;-;0 +31").unlisted()).isEqualTo(31);
        assertThat(GatewayView.parse("gateway-1")).isEqualTo(new GatewayView("gateway-1", List.of(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "server-1=UP;0;0.0;-;0", "gateway 1", "gateway-1 ", "gateway-1  a=UP;0;0.0;-;0",
            "gateway-1 a", "gateway-1 a=UP", "gateway-1 a=UP;0;0.0;-", "gateway-1 a=UP;-1;0.0;-;0",
            "gateway-1 a=UP;0;0;-;0", "gateway-1 a=UP;0;NaN;-;0", "gateway-1 a=UP;9999999999;0.0;-;0",
            "gateway-1 a=UP;0;0.0;;0", "gateway-1 a=UP;0;0.0;b/;1", "gateway-1 a=UP;0;0.0;<b>;1",
            "gateway-1 a=UP;0;0.0;b/c/d/e/f;1", "gateway-1 a=UP;0;0.0;b;0;0", "gateway-1 <a>=UP;0;0.0;-;0",
            "gateway-1 +1 a=UP;0;0.0;-;0", "gateway-1 +", "<script> a=UP;0;0.0;-;0" })
    void whatIsNotWellFormedIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayView.parse(value));
    }

    @Test
    void unknownStateIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayView.parse("gateway-1 a=ASLEEP;0;0.0;-;0"))
                .withMessage("It has a state that this version does not know.");
    }

    @Test
    void serverOfTheSameNameTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatewayView.parse("gateway-1 a=UP;0;0.0;-;0 a=DOWN;0;0.0;-;0"))
                .withMessage("It names a server twice.");
    }

    @Test
    void moreRespondingMembersThanMembersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayView.parse("gateway-1 a=UP;0;0.0;b/c;3"))
                .withMessage("More members of a server's path respond than it has.");
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GatewayView.parse("gateway-1" + " ".repeat(4_096)))
                .withMessage("It is longer than 4096 characters.");
    }
}
