package com.foobar.gateway.edge;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.foobar.gateway.Backend;
import com.foobar.gateway.RunningGateway;

import static org.assertj.core.api.Assertions.assertThat;

class TlsTests {

    private static final Backend backend = new Backend("one");

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate.write(folder, "first");
        gateway = RunningGateway.overTls(folder, List.of(backend),
                "spring.ssl.bundle.pem.site.reload-on-update=true", "spring.ssl.bundle.watch.file.quiet-period=1s",
                "foobar.gateway.edge.public-https-port=8443");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backend.close();
    }

    @Test
    void speaksHttp2() throws Exception {
        HttpResponse<String> answer = get(client("TLSv1.3"));
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(answer.headers().firstValue("Via")).hasValue("1.1 gateway-1");
    }

    @Test
    void speaksTls12() throws Exception {
        assertThat(get(client("TLSv1.2")).sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.2");
    }

    @Test
    void plainConnectorRedirects() throws Exception {
        int port = gateway.bean(RedirectServer.class).port();
        HttpResponse<String> answer = client("TLSv1.3").send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/a?b")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://localhost:8443/a?b");
    }

    @Test
    void newCertificateIsUsedAndOldConnectionsStay() throws Exception {
        HttpClient old = client("TLSv1.3");
        assertThat(subject(get(old))).contains("first");
        TestCertificate.write(folder, "second");
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500))
                .until(() -> subject(get(client("TLSv1.3"))).contains("second"));
        assertThat(subject(get(old))).contains("first");
    }

    private static String subject(HttpResponse<String> answer) throws Exception {
        X509Certificate certificate = (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
        return certificate.getSubjectX500Principal().getName();
    }

    private static HttpResponse<String> get(HttpClient client) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port() + "/")).build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client(String protocol) throws Exception {
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(new String[]{ protocol });
        return HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build();
    }
}
