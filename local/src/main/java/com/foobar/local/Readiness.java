package com.foobar.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests an address over HTTP or HTTPS until the response has status 200. Trusts only the certificate of this
 * machine.
 */
final class Readiness implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LOG_LINES = 5;

    private final HttpClient client;

    Readiness(Certificate certificate) {
        client = HttpClient.newBuilder().sslContext(Trust.only(certificate)).connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    /**
     * Waits until the address responds with status 200.
     *
     * @throws LocalException if one of the applications ends before, or the address is not ready within 5 minutes
     */
    void await(URI address, List<Application> applications) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!responds(address)) {
            for (Application application : applications) {
                if (!application.isRunning()) {
                    throw new LocalException(application.name() + " ended while it started; the end of "
                            + application.log() + " says:\n" + endOf(application.log()));
                }
            }
            if (System.nanoTime() > deadline) {
                throw new LocalException(address + " was not ready within " + TIMEOUT.toMinutes()
                        + " minutes: see "
                        + applications.stream().map(Application::log).toList() + ".");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static String endOf(Path log) {
        try {
            // Every sequence of bytes is valid in this encoding, unlike in UTF-8.
            List<String> all = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> !line.isBlank()).toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - LOG_LINES), all.size()));
        } catch (IOException e) {
            return "(it wrote no log)";
        }
    }

    private boolean responds(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("The start was interrupted.", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
