package com.foobar.web.infrastructure.view;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.foobar.gatewayview.ServerState;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayViewFilterTests {

    private static final String VIEW = "gateway-1 server-1=UP;0;0.0;-;0";

    private final GatewayViews views = new GatewayViews(
            new InfrastructureProperties(Duration.ofSeconds(5), Duration.ofMinutes(5)));
    private final GatewayViewFilter filter = new GatewayViewFilter(views);

    @Test
    void checkTellsTheView() throws Exception {
        ask("/readyz", VIEW);

        assertThat(views.known(System.nanoTime())).extracting(heard -> heard.view().gateway())
                .containsExactly("gateway-1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/infrastructure", "/readyz/x", "/READYZ" })
    void nothingElseDoes(String path) throws Exception {
        ask(path, VIEW);

        assertThat(views.known(System.nanoTime())).isEmpty();
    }

    @Test
    void viewThatIsNotUnderstoodLeavesTheLastOneAndTheCheckPasses() throws Exception {
        ask("/readyz", VIEW);
        ask("/readyz", "gateway-1 server-1=ASLEEP;0;0.0;-;0");

        assertThat(views.known(System.nanoTime())).extracting(heard -> heard.view().servers().getFirst().state())
                .containsExactly(ServerState.UP);
    }

    private void ask(String path, String view) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.addHeader("X-Gateway-View", view);
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).as("the request goes on").isNotNull();
    }
}
