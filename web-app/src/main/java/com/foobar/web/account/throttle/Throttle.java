package com.foobar.web.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Slows down who guesses passwords or makes accounts in numbers. Only what failed is counted at sign-in, so that a good one writes nothing. */
@Component
@EnableConfigurationProperties(ThrottleProperties.class)
public class Throttle {

    private static final String SIGN_IN = "sign-in";
    private static final String SIGN_UP = "sign-up";

    private final AttemptStore store;
    private final Clock clock;
    private final Limit byUsername;
    private final Limit byAddress;
    private final Limit signUps;
    private final Duration longest;

    Throttle(AttemptStore store, ThrottleProperties limits, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.byUsername = limits.usernameLimit();
        this.byAddress = limits.addressLimit();
        this.signUps = limits.signUpLimit();
        this.longest = Stream.of(byUsername, byAddress, signUps).map(Limit::window).max(Duration::compareTo)
                .orElseThrow();
    }

    /**
     * Returns where one more sign-in may be tried.
     *
     * @throws TooManyAttemptsException
     *             where too many failed, by the same username, whether or not it exists, or from the same address
     */
    public void requireSignIn(String username, String address) {
        Instant now = now();
        Duration wait = max(
                wait(Subject.username(SIGN_IN, username), byUsername, now),
                wait(Subject.address(SIGN_IN, address), byAddress, now));
        require(wait);
    }

    public void signInFailed(String username, String address) {
        Instant now = now();
        store.add(Subject.username(SIGN_IN, username), byUsername.window(), now);
        store.add(Subject.address(SIGN_IN, address), byAddress.window(), now);
        store.purge(now.minus(longest));
    }

    /** Forgets the username's failures. Those of the address stay: one good account must not allow guesses at others. */
    public void signInSucceeded(String username) {
        store.clear(Subject.username(SIGN_IN, username));
    }

    /**
     * Returns where one more account may be made.
     *
     * @throws TooManyAttemptsException
     *             where too many were made from the same address
     */
    public void requireSignUp(String address) {
        require(wait(Subject.address(SIGN_UP, address), signUps, now()));
    }

    public void signedUp(String address) {
        store.add(Subject.address(SIGN_UP, address), signUps.window(), now());
    }

    private Duration wait(Subject subject, Limit limit, Instant now) {
        return store.find(subject).map(made -> limit.wait(made, now)).orElse(Duration.ZERO);
    }

    private static void require(Duration wait) {
        if (wait.isPositive()) {
            throw new TooManyAttemptsException(wait);
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
