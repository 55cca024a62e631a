package com.foobar.web.account.password;

import java.text.Normalizer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id. Each hash takes much memory on purpose, so only a few are computed at the same time,
 * and the clients take turns. The hashes run on platform threads: on virtual threads they would occupy all carrier
 * threads and stop every other request.
 */
@Component
@EnableConfigurationProperties(PasswordProperties.class)
public class PasswordHasher implements DisposableBean {

    private static final String ID = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    // OWASP's Password Storage Cheat Sheet: 19 MiB, two iterations, one lane.
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;

    /**
     * A hash that no password has. It is checked if there is no account, so that the response takes as long as for an
     * existing account.
     */
    static final String NOBODYS = "{argon2id}$argon2id$v=19$m=19456,t=2,p=1$"
            + "5mYCLFHVXZw+T0gbTOWqJw$0d5pU8ERbz2AkL0cXHvWRPMbHkDTXj7Xyx6Pz9qVq0E";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(ID,
            Map.of(ID, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ITERATIONS)));
    private final PasswordProperties properties;
    private final FairTurns turns;
    private final ExecutorService threads;

    PasswordHasher(PasswordProperties properties) {
        this.properties = properties;
        this.turns = new FairTurns(properties.concurrentHashes(), properties.waitingOfOneClient(),
                properties.waiting());
        this.threads = Executors.newFixedThreadPool(properties.concurrentHashes(),
                Thread.ofPlatform().daemon().name("password-", 0).factory());
    }

    /**
     * Waits until this request may hash. The caller must close the place.
     *
     * @param lane name of the client's queue; requests in the same queue wait for each other
     * @throws com.foobar.web.account.throttle.TooManyAttemptsException if the turn did not come in time because the
     *             client itself has too many requests
     * @throws PasswordsBusyException if the turn did not come in time because of other clients, or the thread was
     *             interrupted
     */
    public Place enter(String lane) {
        try {
            turns.enter(lane, properties.patience());
            return new Place();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PasswordsBusyException();
        }
    }

    /** Returns whether a hash was made with another algorithm or other parameters than new hashes. */
    public boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }

    /** The right to hash passwords, until it is closed. */
    public final class Place implements AutoCloseable {

        private Place() {}

        /**
         * Returns the hash of a password, with its algorithm and parameters.
         *
         * @throws PasswordsBusyException if the thread is interrupted
         */
        public String hash(String password) {
            return run(() -> encoder.encode(normalized(password)));
        }

        /**
         * Returns whether a password has a given hash.
         *
         * @param hash null if there is no account. Null and hashes of another kind give false after the same time;
         *            nobody can sign in to an account with a hash of another kind.
         * @throws PasswordsBusyException if the thread is interrupted
         */
        public boolean matches(String password, @Nullable String hash) {
            boolean usable = hash != null && hash.startsWith("{" + ID + "}");
            String compared = usable ? hash : NOBODYS;
            return run(() -> encoder.matches(normalized(password), compared)) && usable;
        }

        @Override
        public void close() {
            turns.leave();
        }

        private <T> T run(Callable<T> work) {
            try {
                return threads.submit(work).get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PasswordsBusyException();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A password could not be hashed.", e);
            }
        }
    }

    /** Normalizes a password, so that it is the same however a keyboard composes its letters (NIST SP 800-63B). */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
