package com.foobar.web.limit;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests only the servlet container, with the site's settings. */
class TomcatTests {

    /** The characters that the gateway passes on unescaped. */
    private static final String UNESCAPED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
            + "-._~:/?@!$&'()*+,;=[]";

    private static final int LARGEST_BODY = 1 << 20;

    private static ConfigurableApplicationContext container;

    /** Responds with what the request contained. */
    @RestController
    static class Echo {

        @RequestMapping("/**")
        String count(HttpServletRequest request) {
            return "cookies " + (request.getCookies() == null ? 0 : request.getCookies().length) + ", parameters "
                    + request.getParameterMap().size();
        }

        @RequestMapping("/body")
        String length(@RequestBody String body) {
            return "body " + body.length();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class })
    @Import({ LimitConfiguration.class, Echo.class })
    static class Container {}

    @BeforeAll
    static void start() {
        container = new SpringApplicationBuilder(Container.class).run("--server.port=0", "--foobar.instance=web-app-1",
                "--foobar.limits.bodies=3MB", "--foobar.limits.bodies-of-client=2MB",
                "--foobar.limits.body-wait=100ms");
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void everyCharacterThatTheGatewayLetsThroughIsAccepted() throws IOException {
        assertThat(get("/?" + UNESCAPED)).startsWith("HTTP/1.1 200");
        assertThat(get("/?utm[a]=b")).startsWith("HTTP/1.1 200");
    }

    @Test
    void asMuchAsNginxLetsThroughIsAccepted() throws IOException {
        String line = "/?" + "x".repeat(25_500);
        assertThat(get(line, "A: " + "a".repeat(25_500))).startsWith("HTTP/1.1 200");
    }

    @Test
    void neitherCookiesNorHeadersNorParametersOfThatSizeAreTooMany() throws IOException {
        String cookies = IntStream.range(0, 2_000).mapToObj(cookie -> "a=" + cookie % 10)
                .collect(Collectors.joining(";"));
        assertThat(get("/", "Cookie: " + cookies)).startsWith("HTTP/1.1 200").contains("cookies 2000");
        assertThat(get("/", "a:1\r\n".repeat(4_000) + "b:1")).startsWith("HTTP/1.1 200");
        String parameters = IntStream.range(0, 4_000).mapToObj(Integer::toString).collect(Collectors.joining("&"));
        assertThat(get("/?" + parameters)).startsWith("HTTP/1.1 200").contains("parameters 4000");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/a%2Fb", "/a%5Cb", "/%00", "/%zz" })
    void whatTomcatRefusesByItselfHasTheSitesForm(String path) throws IOException {
        String page = get(path);
        assertThat(page).startsWith("HTTP/1.1 400").contains("text/html;charset=UTF-8", "Not understood", "foobar.com",
                "Content-Security-Policy: default-src 'none'", "X-Served-By: web-app-1", "Cache-Control: no-store")
                .doesNotContain("HTTP Status", "Tomcat");

        assertThat(get("/api/v1" + path)).startsWith("HTTP/1.1 400").contains("application/problem+json",
                "\"type\":\"/problems/malformed-request\"");
        assertThat(get(path, "Accept: application/json")).startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET /| HTTP/1.1", "GET / HTTP/9.1", "G@T / HTTP/1.1" })
    void whatIsNoRequestLineIsAnsweredInTheSitesForm(String line) throws IOException {
        assertThat(answer(line + "\r\nHost: foobar.com\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 ")
                .contains("<a class=\"brand\" href=\"/\">foobar.com</a>").doesNotContain("HTTP Status");
    }

    @Test
    void uploadsThatOneClientHoldsLeaveWhatTheyMayNotTakeToOthers() throws IOException {
        try (Socket first = upload();
                Socket second = upload()) {
            assertThat(get("/")).startsWith("HTTP/1.1 200");
            assertThat(post("text", "192.0.2.1")).startsWith("HTTP/1.1 429").contains("Retry-After: 1");
            assertThat(post("text", "192.0.2.2")).startsWith("HTTP/1.1 200").contains("body 4");
            second.getOutputStream().write("x".repeat(LARGEST_BODY).getBytes(StandardCharsets.US_ASCII));
            assertThat(read(second)).contains("body " + LARGEST_BODY);

            assertThat(post("text", "192.0.2.1")).contains("body 4");
            assertThat(first.isClosed()).isFalse();
        }
    }

    private static Socket upload() throws IOException {
        Socket socket = connect();
        send(socket, "POST /body HTTP/1.1\r\nHost: foobar.com\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n"
                + "Content-Length: " + LARGEST_BODY + "\r\nExpect: 100-continue\r\n\r\n");
        // The upload has its share of the budget once the server has asked for the body.
        byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 100 \r\n\r\n".length());
        assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
        return socket;
    }

    private static String post(String body, String client) throws IOException {
        return answer("POST /body HTTP/1.1\r\nHost: foobar.com\r\nX-Forwarded-For: " + client
                + "\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static String get(String target, String... headers) throws IOException {
        return answer("GET " + target + " HTTP/1.1\r\nHost: foobar.com\r\nConnection: close\r\n"
                + IntStream.range(0, headers.length).mapToObj(header -> headers[header] + "\r\n")
                        .collect(Collectors.joining())
                + "\r\n");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return read(socket);
        }
    }

    private static Socket connect() throws IOException {
        int port = Integer.parseInt(container.getEnvironment().getRequiredProperty("local.server.port"));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
