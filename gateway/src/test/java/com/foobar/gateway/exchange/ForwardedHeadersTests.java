package com.foobar.gateway.exchange;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

/** What the headers tell a server about a request, and that a client cannot forge this. */
class ForwardedHeadersTests {

    private static final Backend backend = new Backend("one").behave((request, response) -> response
            .sendString(Mono.just(request.uri() + "\n" + request.requestHeaders().entries().stream()
                    .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                    .collect(Collectors.joining("\n")))));
    private static final RunningGateway gateway = RunningGateway.before(List.of(backend));

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void whatAClientSaysOfItsWayIsForgottenAndSetAnew() throws IOException {
        String answer = ask("/", """
                X-Forwarded-For: 6.6.6.6
                x-forwarded-for: 7.7.7.7
                X-FORWARDED-PROTO: https
                X-Forwarded-Host: example.com
                X-Forwarded-Port: 1
                X-Forwarded-User: admin
                X-Forwarded-Prefix: /a
                X-Forwarded-Client-Cert: me
                X-Real-IP: 6.6.6.6
                Forwarded: for=6.6.6.6
                Via: 1.1 nowhere
                X-Request-ID: chosen
                """);
        assertThat(answer).contains("\nx-forwarded-for: 127.0.0.1\n", "\nx-forwarded-proto: http\n",
                "\nx-forwarded-host: localhost\n", "\nx-forwarded-port: 80\n",
                "\nforwarded: for=127.0.0.1;host=\"localhost\";proto=http\n", "\nvia: 1.1 gateway-1\n")
                .containsPattern("\nx-request-id: [0-9a-f]{32}").doesNotContain("6.6.6.6", "7.7.7.7", "example.com",
                        "admin", "prefix", "client-cert", "nowhere", "chosen");
    }

    @Test
    void headersOfTheConnectionStayBehind() throws IOException {
        assertThat(ask("/", """
                Connection: close, X-Mine, X-Forwarded-For, Host
                X-Mine: 1
                Keep-Alive: timeout=5
                TE: trailers
                Proxy-Authorization: Basic YTpi
                Upgrade: h3
                Expect: 100-continue
                """)).contains("\nhost: localhost\n", "\nx-forwarded-for: 127.0.0.1\n").doesNotContain("x-mine",
                "\nconnection", "keep-alive", "\nte:", "proxy-authorization", "\nupgrade", "\nexpect");
    }

    @Test
    void targetThatBrowsersSendUnescapedArrivesEscaped() throws IOException {
        assertThat(ask("/a[1]?q=a|b{c}&list[]=\u00c3\u00a9", "")).startsWith(
                "/a%5B1%5D?q=a%7Cb%7Bc%7D&list[]=%C3%A9\n");
    }

    @Test
    void doubleSlashIsAPathAndNoHost() throws IOException {
        assertThat(ask("//example.com/a", "")).startsWith("//example.com/a\n");
    }

    private static String ask(String target, String headers) throws IOException {
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers.replace("\n", "\r\n")
                    + (headers.contains("Connection") ? "" : "Connection: close\r\n") + "\r\n");
            String answer = client.readToEnd();
            return answer.substring(answer.lastIndexOf("\r\n\r\n") + 4);
        }
    }
}
