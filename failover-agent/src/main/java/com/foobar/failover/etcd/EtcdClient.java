package com.foobar.failover.etcd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.jr.ob.JSON;

/**
 * Sends requests to etcd's JSON gateway, to one member after the other until a member responds.
 *
 * @see <a href="https://etcd.io/docs/v3.5/dev-guide/api_grpc_gateway/">etcd: gRPC gateway</a>
 */
final class EtcdClient {

    /** The lease of the request has expired, which every member says. */
    private static final int NOT_FOUND = 404;

    private final List<URI> members;
    private final Duration timeout;
    private final HttpClient http;
    private volatile int current;

    /**
     * Creates a client without connecting.
     *
     * @param members the base addresses of the members
     * @param timeout how long one member may take to respond
     * @throws IllegalArgumentException if the certificate files cannot be used
     */
    EtcdClient(List<URI> members, PemIdentity identity, Duration timeout) {
        this.members = List.copyOf(members);
        this.timeout = timeout;
        try {
            this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout)
                    .sslContext(identity.sslContext()).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("The certificate files for etcd cannot be used: " + e, e);
        }
    }

    /**
     * Returns the response of the first member that responds.
     *
     * @throws EtcdException if no member responds; the request may have taken effect all the same
     */
    Map<String, Object> post(String path, Map<String, ?> body) throws EtcdException, InterruptedException {
        IOException failure = null;
        for (int i = 0; i < members.size(); i++) {
            try {
                HttpResponse<String> response = http.send(request(path, body).timeout(timeout).build(),
                        BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return JSON.std.mapFrom(response.body());
                }
                failure = new IOException(response.statusCode() + " " + response.body().strip());
                if (response.statusCode() == NOT_FOUND) {
                    break;
                }
            } catch (IOException e) {
                failure = e;
            }
            current = (current + 1) % members.size();
        }
        throw new EtcdException("etcd does not do " + path, failure);
    }

    /**
     * Calls back for each line of a response that does not end, until the connection breaks.
     *
     * @throws IOException if the member does not respond or the connection breaks
     */
    void stream(String path, Map<String, ?> body, Runnable line) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(request(path, body).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            lines.forEach(ignored -> line.run());
        }
    }

    private HttpRequest.Builder request(String path, Map<String, ?> body) throws IOException {
        return HttpRequest.newBuilder(members.get(current).resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)));
    }
}
