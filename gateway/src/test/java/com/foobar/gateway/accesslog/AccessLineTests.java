package com.foobar.gateway.accesslog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.netty.http.server.HttpServerRequest;

import com.foobar.gateway.exchange.RequestContext;
import com.foobar.gateway.settings.Instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class AccessLineTests {

    private static final String ID = "0123456789abcdef0123456789abcdef";

    private final HttpHeaders headers = new DefaultHttpHeaders();

    @Test
    void lineSaysWhoAskedForWhatWhoAnsweredAndHow() {
        RequestContext context = context("/stories/7", "192.0.2.77");
        context.attempt("server-1");
        context.attempt("server-2");
        context.status(200);
        context.sent(1234);

        DocumentContext line = line(context, 1_002_003_000);

        assertThat(line.<String> read("time")).isNotEmpty();
        assertThat(line.<String> read("level")).isEqualTo("INFO");
        assertThat(line.<String> read("service")).isEqualTo("gateway");
        assertThat(line.<String> read("instance")).isEqualTo("gateway-1");
        assertThat(line.<String> read("request_id")).isEqualTo(ID);
        assertThat(line.<String> read("method")).isEqualTo("GET");
        assertThat(line.<String> read("path")).isEqualTo("/stories/7");
        assertThat(line.<Integer> read("status")).isEqualTo(200);
        assertThat(line.<Integer> read("bytes")).isEqualTo(1234);
        assertThat(line.<Double> read("duration")).isEqualTo(1.002003);
        assertThat(line.<String> read("upstream")).isEqualTo("server-2");
        assertThat(line.<Integer> read("attempts")).isEqualTo(2);
    }

    @Test
    void whatPeopleTypedStaysOutOfTheLog() {
        headers.set("Referer", "https://foobar.com/search?q=private");
        assertThat(line(context("/search?q=secret", "192.0.2.77"), 0).jsonString()).contains("/search")
                .doesNotContain("secret", "private");
    }

    @ParameterizedTest
    @CsvSource({ "192.0.2.77, 192.0.2.0", "2001:db8:1:2:3:4:5:6, 2001:db8:1::" })
    void ofAnAddressTheNetworkAloneIsKept(String address, String network) {
        assertThat(line(context("/", address), 0).<String> read("client")).isEqualTo(network);
    }

    @Test
    void textThatWouldEndAStringIsEscaped() {
        headers.set("User-Agent", "a\"b\\c\td\u00e9");
        assertThat(line(context("/", "192.0.2.77"), 0).<String> read("user_agent")).isEqualTo("a\"b\\c\td\u00e9");
    }

    private RequestContext context(String target, String address) {
        HttpServerRequest request = mock(HttpServerRequest.class);
        when(request.requestHeaders()).thenReturn(headers);
        when(request.method()).thenReturn(HttpMethod.GET);
        when(request.protocol()).thenReturn("HTTP/2.0");
        when(request.connectionScheme()).thenReturn("https");
        when(request.connectionRemoteAddress())
                .thenReturn(new InetSocketAddress(InetAddress.ofLiteral(address), 40_000));
        return new RequestContext(request, ID, target, "foobar.com", 0);
    }

    private static DocumentContext line(RequestContext context, long now) {
        byte[] line = new AccessLine(new Instance("gateway-1")).of(context, now);
        String text = new String(line, StandardCharsets.UTF_8);
        assertThat(text).endsWith("}\n");
        return JsonPath.parse(text);
    }
}
