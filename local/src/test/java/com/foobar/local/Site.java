package com.foobar.local;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The site as a browser sees it through one gateway. */
final class Site {

    private final HttpClient client;
    private final URI home;

    Site(Path dataDirectory, int httpsPort) {
        client = HttpClient.newBuilder().sslContext(Trust.only(Certificate.in(dataDirectory.resolve("certificate"))))
                .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
        home = URI.create("https://localhost:" + httpsPort + "/");
    }

    HttpResponse<String> home() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    String servedBy() throws IOException, InterruptedException {
        return home().headers().firstValue("X-Served-By").orElse("nobody");
    }

    /** Signs up a new user, and publishes a story as this user. */
    HttpResponse<String> publish(String title) throws IOException, InterruptedException {
        submit("/sign-up", "username=local-tester&password=correct+horse+battery");
        return submit("/stories", "title=" + URLEncoder.encode(title, StandardCharsets.UTF_8) + "&body=A+story.");
    }

    private HttpResponse<String> submit(String path, String form) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
