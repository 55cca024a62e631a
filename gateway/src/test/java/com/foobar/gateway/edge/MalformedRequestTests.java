package com.foobar.gateway.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RawClient;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class MalformedRequestTests {

    private static Backend backend;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        backend = new Backend("one");
        gateway = RunningGateway.before(List.of(backend), "foobar.gateway.client.header-timeout=1s",
                "foobar.gateway.client.body-timeout=1s", "foobar.gateway.client.idle-timeout=2s");
    }

    @BeforeEach
    void reset() {
        backend.reset();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true,
            textBlock = """
                    two different lengths      | \
                        POST / HTTP/1.1~Host: localhost~Content-Length: 3~Content-Length: 4~~abcd
                    the same length twice      | \
                        POST / HTTP/1.1~Host: localhost~Content-Length: 3~Content-Length: 3~~abc
                    a list of lengths          | POST / HTTP/1.1~Host: localhost~Content-Length: 3, 3~~abc
                    a signed length            | POST / HTTP/1.1~Host: localhost~Content-Length: +3~~abc
                    a negative length          | POST / HTTP/1.1~Host: localhost~Content-Length: -3~~abc
                    an empty length            | POST / HTTP/1.1~Host: localhost~Content-Length:~~abc
                    a length beyond all bounds | \
                        POST / HTTP/1.1~Host: localhost~Content-Length: 99999999999999999999~~abc
                    length and encoding        | \
                        POST / HTTP/1.1~Host: localhost~Content-Length: 3~Transfer-Encoding: chunked~~0~~
                    encoding and length        | \
                        POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~Content-Length: 3~~0~~
                    encoding in other case     | \
                        POST / HTTP/1.1~Host: localhost~tRANSFER-eNCODING: CHUNKED~content-LENGTH: 3~~0~~
                    two encodings              | \
                        POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~
                    an unknown encoding        | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: xchunked~~0~~
                    chunked not alone          | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: gzip, chunked~~0~~
                    a blank before the colon   | POST / HTTP/1.1~Host: localhost~Content-Length : 3~~abc
                    a folded header            | GET / HTTP/1.1~Host: localhost~X-Folded: a~ b~~
                    a header folded by a tab   | GET / HTTP/1.1~Host: localhost~X-Folded: a~^b~~
                    a first header with blank  | GET / HTTP/1.1~ Host: localhost~~
                    a chunk size not in hex    | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~xyz~abc~0~~
                    a chunk size with 0x       | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~0x3~abc~0~~
                    a signed chunk size        | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~+3~abc~0~~
                    a blank chunk size         | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~ 3~abc~0~~
                    an empty chunk size        | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~~abc~0~~
                    a huge chunk size          | \
                        POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~fffffffffffffffff~abc~0~~
                    a chunk beyond its size    | POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~2~abc~0~~
                    a length in the trailer    | \
                        POST / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~~0~Content-Length: 3~~
                    NUL in a header's value    | GET / HTTP/1.1~Host: localhost~X-Nul: a@b~~
                    NUL in a header's name     | GET / HTTP/1.1~Host: localhost~X-@Nul: ab~~
                    NUL in the path            | GET /a@b HTTP/1.1~Host: localhost~~
                    a bare carriage return     | GET / HTTP/1.1~Host: localhost~X-Cr: a%b~~
                    bare line feeds            | GET / HTTP/1.1$Host: localhost$$
                    a header without a colon   | GET / HTTP/1.1~Host: localhost~Nonsense~~
                    a header without a name    | GET / HTTP/1.1~Host: localhost~: value~~
                    two hosts                  | GET / HTTP/1.1~Host: localhost~Host: localhost~~
                    no host                    | GET / HTTP/1.1~Accept: */*~~
                    another host in the target | GET http://other/ HTTP/1.1~Host: localhost~~
                    a target that is no path   | GET other HTTP/1.1~Host: localhost~~
                    no version                 | GET /~Host: localhost~~
                    two blanks before a target | GET  / HTTP/1.1~Host: localhost~~
                    a tab before the target    | GET^/ HTTP/1.1~Host: localhost~~
                    a blank in the target      | GET /a b HTTP/1.1~Host: localhost~~
                    a blank after the version  | GET / HTTP/1.1 ~Host: localhost~~
                    a version that is none     | GET / HTTP/9.9~Host: localhost~~
                    a later version            | GET / HTTP/2.0~Host: localhost~~
                    a version in small letters | GET / http/1.1~Host: localhost~~
                    a method that is no token  | G(T / HTTP/1.1~Host: localhost~~
                    a blank in a header's name | GET / HTTP/1.1~Host: localhost~X Y: b~~
                    chunks in HTTP/1.0         | POST / HTTP/1.0~Host: localhost~Transfer-Encoding: chunked~~3~abc~0~~
                    a fragment in the target   | GET /readyz#a HTTP/1.1~Host: localhost~~
                    a port that is no number   | GET / HTTP/1.1~Host: localhost:http~~
                    smuggled behind a good one | \
                        GET / HTTP/1.1~Host: localhost~Transfer-Encoding: chunked~Content-Length: 5~~0~~\
                    GET /smuggled HTTP/1.1~Host: localhost~~
                    """)
    void getsA400AndNeverReachesAServer(String name, String request) throws IOException {
        int before = backend.received();
        String answer = talk(request);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("onnection: close");
        assertThat(backend.received()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|',
            textBlock = """
                    a plain request         | GET / HTTP/1.1~Host: localhost~Connection: close~~
                    chunks with extension   | \
                        POST / HTTP/1.1~Host: localhost~Connection: close~Transfer-Encoding: chunked~~3;a=b~abc~0~~
                    chunks with a trailer   | \
                        POST / HTTP/1.1~Host: localhost~Connection: close~Transfer-Encoding: chunked~~3~abc~0~X-Sum: 1~~
                    a target in full        | GET http://localhost/ HTTP/1.1~Host: localhost~Connection: close~~
                    with a port             | GET http://localhost:443 HTTP/1.1~Host: localhost:443~Connection: close~~
                    with a port, no path    | GET https://localhost HTTP/1.1~Host: localhost~Connection: close~~
                    an unknown method       | FOO / HTTP/1.1~Host: localhost~Connection: close~~
                    a method in small       | get / HTTP/1.1~Host: localhost~Connection: close~~
                    TRACE                   | TRACE / HTTP/1.1~Host: localhost~Connection: close~~
                    an empty line before    | ~GET / HTTP/1.1~Host: localhost~Connection: close~~
                    two requests in one     | \
                        GET / HTTP/1.1~Host: localhost~~GET / HTTP/1.1~Host: localhost~Connection: close~~
                    """)
    void passesWhatIsRight(String name, String request) throws IOException {
        assertThat(talk(request.strip())).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            431 | GET / HTTP/1.1~Host: localhost~X-Long: !20000~~
            414 | GET /!9000 HTTP/1.1~Host: localhost~~
            413 | POST / HTTP/1.1~Host: localhost~Content-Length: 20000000~Connection: close~~
            413 | POST / HTTP/1.1~Host: localhost~Content-Length: 1048577~Connection: close~~
            417 | GET / HTTP/1.1~Host: localhost~Expect: a miracle~Connection: close~~
            405 | CONNECT localhost:443 HTTP/1.1~Host: localhost:443~Connection: close~~
            204 | OPTIONS * HTTP/1.1~Host: localhost~Connection: close~~
            204 | OPTIONS http://localhost HTTP/1.1~Host: localhost~Connection: close~~
            400 | PRI * HTTP/2.0~~SM~~
            400 | ~~~~~~GET / HTTP/1.1~Host: localhost~Connection: close~~
            421 | GET / HTTP/1.1~Host: example.com~Connection: close~~
            404 | GET /readyz HTTP/1.1~Host: localhost~Connection: close~~
            404 | GET //livez/ HTTP/1.1~Host: localhost~Connection: close~~
            404 | GET /x/../%72eadyz?a HTTP/1.1~Host: localhost~Connection: close~~
            """)
    void refusesWhatIsBeyondALimit(int status, String request) throws IOException {
        assertThat(talk(request)).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html; charset=utf-8 | */*                         | <h1>421 Misdirected Request</h1>
            text/html; charset=utf-8 | text/html, application/json | <h1>421 Misdirected Request</h1>
            application/problem+json | application/json            | "title":"Misdirected Request","status":421
            application/problem+json | application/problem+json    | "title":"Misdirected Request","status":421
            """)
    void refusesInTheTypeThatIsAccepted(String type, String accepted, String text) throws IOException {
        assertThat(talk("GET / HTTP/1.1~Host: example.com~Connection: close~Accept: " + accepted + "~~"))
                .containsIgnoringCase("\r\ncontent-type: " + type + "\r\n").contains(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | GET / HTTP/1.0~Host: localhost~~
            200 | GET http://localhost/ HTTP/1.0~~
            400 | GET / HTTP/1.0~~
            """)
    void takesTheVersionBefore(int status, String request) throws IOException {
        assertThat(talk(request)).startsWith("HTTP/1.0 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void requestLineMayHave8KiB(int more) throws IOException {
        String answer = talk("GET /!" + (8192 - "GET / HTTP/1.1".length() + more)
                + " HTTP/1.1~Host: localhost~Connection: close~~");
        assertThat(answer).startsWith(more <= 0 ? "HTTP/1.1 200 " : "HTTP/1.1 414 ");
        assertThat(answer.contains("<h1>414 Request-URI Too Long</h1>") && answer.contains("8 KiB"))
                .isEqualTo(more > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void headerMayHave8KiB(int more) throws IOException {
        String answer = talk("GET / HTTP/1.1~Host: localhost~Connection: close~X-Long: !"
                + (8192 - "X-Long: ".length() + more) + "~~");
        assertThat(answer).startsWith(more <= 0 ? "HTTP/1.1 200 " : "HTTP/1.1 431 ");
        assertThat(answer.contains("<h1>431 Request Header Fields Too Large</h1>") && answer.contains("8 KiB"))
                .isEqualTo(more > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 0, 1 })
    void allHeadersMayHave16KiB(int more) throws IOException {
        String others = "Host: localhost~Connection: close~X-A: " + "a".repeat(8000) + "~X-B: b~X-C: "
                + "c".repeat(8000)
                + "~X-D: ";
        int rest = 16384 - others.replace("~", "12").length() - "12".length() + more;
        String answer = talk("GET / HTTP/1.1~" + others + "!" + rest + "~~");
        assertThat(answer).startsWith(more <= 0 ? "HTTP/1.1 200 " : "HTTP/1.1 431 ");
        assertThat(answer.contains("<h1>431 Request Header Fields Too Large</h1>") && answer.contains("16 KiB"))
                .isEqualTo(more > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /api/v1/!9000 HTTP/1.1~Host: localhost~~",
            "GET /api/v1/ HTTP/1.1~Host: localhost~X-Long: !9000~~",
            "GET / HTTP/1.1~Accept: application/json~Host: localhost~X-Long: !9000~~" })
    void programReadsAProblemWhereALimitIsPassed(String request) throws IOException {
        assertThat(talk(request)).contains("Content-Type: application/problem+json\r\n").contains("8 KiB");
    }

    @Test
    void lineIsMeasuredAsItComesAndNotAsItGoesOnEscaped() throws IOException {
        backend.behave((request, response) -> response.sendString(Mono.just("" + request.uri().length())));
        assertThat(talk("GET /?" + "|".repeat(8170) + " HTTP/1.1~Host: localhost~Connection: close~~"))
                .endsWith("" + (2 + 3 * 8170));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            308 | GET /!2047 HTTP/1.1~Host: localhost~Connection: close~~
            414 | GET /!2048 HTTP/1.1~Host: localhost~Connection: close~~
            414 | GET /!9000 HTTP/1.1~Host: localhost~Connection: close~~
            431 | GET / HTTP/1.1~Host: localhost~X-Long: !9000~~
            204 | OPTIONS * HTTP/1.1~Host: localhost~Connection: close~~
            421 | GET / HTTP/1.1~Host: example.com~Connection: close~~
            400 | GET /#a HTTP/1.1~Host: localhost~Connection: close~~
            """)
    void plainConnectorHasTheSameLimitsAndRedirectsNoLongAddress(int status, String request) throws IOException {
        assertThat(talk(gateway.bean(RedirectServer.class).port(), request)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void headersOfNettyAreNeitherPassedOnNorBack() throws IOException {
        backend.behave((request, response) -> response.header("X-Http2-Stream-Weight", "1").header("X-Http2-Path", "/")
                .sendString(Mono.just(request.requestHeaders().names().toString())));
        assertThat(talk("GET / HTTP/1.1~Host: localhost~X-Http2-Scheme: a~x-http2-stream-id: 3~Connection: close~~"))
                .doesNotContainIgnoringCase("x-http2-");
    }

    @Test
    void bytesOfHeadersPassAsTheyAre() throws IOException {
        String name = new String("iPhone Xʀ 数".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        backend.behave((request, response) -> response
                .header("X-Seen", request.requestHeaders().get("User-Agent")).send());
        assertThat(talk("GET / HTTP/1.1~Host: localhost~User-Agent: " + name + "\u0080\u00ff~Connection: close~~"))
                .contains("\r\nX-Seen: " + name + "\u0080\u00ff\r\n");
    }

    @Test
    void nothingIsSaidIntoAnAnswerThatIsUnderWay() throws IOException {
        Sinks.Empty<String> rest = Sinks.empty();
        backend.behave((request, response) -> response.header("Content-Length", "100000")
                .sendString(Flux.concat(Mono.just("x".repeat(50_000)), rest.asMono())));
        try (RawClient client = new RawClient(gateway.port())) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            client.readHead();
            client.read(1);
            client.send("nonsense\r\n\r\n");
            rest.tryEmitError(new IOException("The server breaks off."));
            assertThat(client.readToEnd()).matches("x*");
        }
    }

    @Test
    void slowHeadersTimeOut() throws IOException {
        assertThat(talk("GET / HTTP/1.1~Host: loc")).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void slowHeadersTimeOutAtThePlainConnectorToo() throws IOException {
        try (RawClient client = new RawClient(gateway.bean(RedirectServer.class).port())) {
            client.send("GET / HTTP/1.1\r\nHost: loc");
            assertThat(client.readToEnd()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void slowBodyTimesOut() throws IOException {
        assertThat(talk("POST / HTTP/1.1~Host: localhost~Content-Length: 5~~ab")).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void unusedConnectionIsClosed() throws IOException {
        assertThat(talk("")).isEmpty();
    }

    /** Sends the text (~ stands for CRLF, $ LF, % CR, ^ tab, @ NUL, !n for n letters) and reads until the end. */
    private static String talk(String notation) throws IOException {
        return talk(gateway.port(), notation);
    }

    private static String talk(int port, String notation) throws IOException {
        String text = notation.replace("~", "\r\n").replace('$', '\n').replace('%', '\r').replace('^', '\t')
                .replace('@', '\0').replaceAll("\r(?=72eadyz)", "%");
        int fill = text.indexOf('!');
        if (fill >= 0) {
            String number = text.substring(fill + 1).replaceAll("(?s)\\D.*", "");
            text = text.replace("!" + number, "a".repeat(Integer.parseInt(number)));
        }
        try (RawClient client = new RawClient(port)) {
            client.send(text);
            return client.readToEnd();
        }
    }
}
