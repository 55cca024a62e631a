package com.foobar.web.account.throttle;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Slows down clients that guess passwords, create many accounts, or keep the site busy with password checks (right
 * passwords count as well). Attempts by strangers are counted apart from attempts in a session or on a device on which
 * the account has signed in before, so that a stranger cannot lock the owner out (OWASP, Slow Down Online Guessing
 * Attacks with Device Cookies).
 */
@Component
@EnableConfigurationProperties(ThrottleProperties.class)
public class PasswordAttempts {

    private static final String SIGN_IN = "sign-in";
    private static final String SIGN_UP = "sign-up";
    private static final String PASSWORD = "password";
    private static final String WORK = "work";
    private static final String UNDER_ATTACK = "There were too many attempts with this username from other places. "
            + "Sign in with a browser in which you have signed in before, or try again ";

    /**
     * How many attempts of one client are counted at the same time. More would only wait for each other's locks in the
     * database.
     */
    private static final int COUNTED_AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtOnce counting = new AtOnce(COUNTED_AT_ONCE, PATIENCE);
    private final Throttle throttle;
    private final ThrottleProperties limits;

    PasswordAttempts(Throttle throttle, ThrottleProperties limits) {
        this.throttle = throttle;
        this.limits = limits;
    }

    /**
     * Counts a sign-in from a device that the account does not know.
     *
     * @param username the name that was typed, whether or not it exists
     * @param address the client's IP address
     * @throws TooManyAttemptsException if there were too many attempts with this username or from this address
     */
    public PasswordAttempt ofStranger(String username, String address) {
        Quota own = new Quota(Subject.usernameAndNetwork(SIGN_IN, username, address), limits.usernameAndNetworkLimit());
        Quota ofAddress = new Quota(Subject.address(SIGN_IN, address), limits.addressLimit());
        Quota ofName = new Quota(Subject.username(SIGN_IN, username), limits.usernameLimit(), UNDER_ATTACK);
        take(lane(address), own, workOf(address), ofAddress, ofName);
        return new PasswordAttempt(throttle, lane(address), List.of(own), List.of(ofAddress, ofName));
    }

    /**
     * Counts a sign-in on a device on which the account has signed in before. If too many attempts failed on this
     * device, counts it as a sign-in by a stranger.
     *
     * @param device identifies the device among the account's devices
     * @param address the client's IP address
     * @throws TooManyAttemptsException if there were too many attempts on this device, and too many by strangers as
     *             well
     */
    public PasswordAttempt onDevice(long accountId, String device, String username, String address) {
        Quota own = new Quota(Subject.known(SIGN_IN, "device", accountId + " " + device), limits.deviceLimit());
        try {
            take(lane(accountId), own, workOf(accountId));
        } catch (TooManyAttemptsException e) {
            return ofStranger(username, address);
        }
        return new PasswordAttempt(throttle, lane(accountId), List.of(own), List.of());
    }

    /**
     * Counts a password that a signed-in user must type again.
     *
     * @param credential identifies the session or API token of the request among all others
     * @throws TooManyAttemptsException if there were too many attempts in this session or with this token, or too many
     *             password checks of this account
     */
    public PasswordAttempt inSession(long accountId, String credential) {
        String id = accountId + " " + credential;
        Quota own = new Quota(Subject.known(PASSWORD, "session", id), limits.sessionLimit());
        Quota inAll = new Quota(Subject.known(PASSWORD, "session in all", id), limits.sessionLimitInAll());
        take(lane(accountId), own, inAll, workOf(accountId));
        return new PasswordAttempt(throttle, lane(accountId), List.of(own, inAll), List.of());
    }

    /**
     * Counts the creation of an account.
     *
     * @param address the client's IP address
     * @throws TooManyAttemptsException if too many accounts were created from this address, or if too many passwords
     *             came from it
     */
    public PasswordAttempt ofSignUp(String address) {
        Quota accounts = new Quota(Subject.address(SIGN_UP, address), limits.signUpLimit());
        take(lane(address), workOf(address), accounts);
        return new PasswordAttempt(throttle, lane(address), List.of(), List.of(accounts));
    }

    private void take(String lane, Quota... quotas) {
        if (!counting.enter(lane)) {
            throw new TooManyAttemptsException(Duration.ofSeconds(1));
        }
        try {
            throttle.take(quotas);
        } finally {
            counting.leave(lane);
        }
    }

    private Quota workOf(String address) {
        return new Quota(Subject.address(WORK, address), limits.workOfAddressLimit());
    }

    private Quota workOf(long accountId) {
        return new Quota(Subject.known(WORK, "account", Long.toString(accountId)), limits.workOfAccountLimit());
    }

    private static String lane(String address) {
        return "network " + Subject.network(address);
    }

    /** Returns the name of the queue for all password checks in an account's sessions and on its known devices. */
    public static String lane(long accountId) {
        return "account " + accountId;
    }
}
