package com.foobar.web.observability;

import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

import com.foobar.replication.status.UsedNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessLogFilterTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger("access");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/stories/7");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    @Test
    void requestIsLoggedByItsRouteWithItsStatusAndTheNodeThatItUsed() throws Exception {
        request.setRemoteAddr("192.0.2.77");
        filter((_, _) -> {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/stories/{id}");
            UsedNode.expose(request, () -> "mysql-2");
            response.setStatus(304);
        });
        assertThat(fields()).containsEntry("method", "GET").containsEntry("route", "/stories/{id}")
                .containsEntry("status", 304).containsEntry("client", "192.0.2.0")
                .containsEntry("upstream", "mysql-2").containsKey("duration");
    }

    @Test
    void requestThatBrokeIsLoggedAsAServerError() {
        assertThatThrownBy(() -> filter((_, _) -> {
            throw new ServletException("broken");
        })).isInstanceOf(ServletException.class);
        assertThat(fields()).containsEntry("status", 500).containsEntry("route", "").containsEntry("upstream", "");
    }

    @Test
    void checksOfTheGatewaysAreNotLogged() throws Exception {
        request.setRequestURI("/readyz");
        filter((_, _) -> {});
        assertThat(log.list).isEmpty();
    }

    @Test
    void ofAnAddressTheNetworkAloneIsKept() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:0:0:0:0:0");
        assertThat(ClientNetwork.of("nobody")).isEmpty();
    }

    private void filter(FilterChain chain) throws Exception {
        new AccessLogFilter().doFilter(request, response, chain);
    }

    private Map<String, Object> fields() {
        assertThat(log.list).hasSize(1);
        return log.list.getFirst().getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}
