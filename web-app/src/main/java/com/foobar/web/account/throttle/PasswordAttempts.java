package com.foobar.web.account.throttle;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Slows down people who guess passwords, make accounts in numbers or keep the site busy with passwords, right ones too.
 * What strangers do is counted apart from what is done in a session or on a device where the account has signed in
 * before, so that no stranger keeps an owner out (OWASP, Slow Down Online Guessing Attacks with Device Cookies).
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

    /** More than a few of one client would only wait for each other's locks in the database. */
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
     * Counts a sign-in by somebody whose device is not known to the account.
     *
     * @param username whether or not it exists
     * @throws TooManyAttemptsException where there were too many, of this name or from this address
     */
    public PasswordAttempt ofStranger(String username, String address) {
        Quota own = new Quota(Subject.usernameAndNetwork(SIGN_IN, username, address), limits.usernameAndNetworkLimit());
        Quota ofAddress = new Quota(Subject.address(SIGN_IN, address), limits.addressLimit());
        Quota ofName = new Quota(Subject.username(SIGN_IN, username), limits.usernameLimit(), UNDER_ATTACK);
        take(lane(address), own, workOf(address), ofAddress, ofName);
        return new PasswordAttempt(throttle, lane(address), List.of(own), List.of(ofAddress, ofName));
    }

    /**
     * Counts a sign-in on a device where the account has signed in before; where too many failed there, it is one as
     * any other.
     *
     * @param device what tells it from the account's other devices
     * @throws TooManyAttemptsException where there were too many on this device, and by strangers too
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
     * Counts a password that is asked for again.
     *
     * @param credential names the session or the API token that the request came with
     * @throws TooManyAttemptsException where there were too many in the same session or with the same token
     */
    public PasswordAttempt inSession(long accountId, String credential) {
        String id = accountId + " " + credential;
        Quota own = new Quota(Subject.known(PASSWORD, "session", id), limits.sessionLimit());
        Quota inAll = new Quota(Subject.known(PASSWORD, "session in all", id), limits.sessionLimitInAll());
        take(lane(accountId), own, inAll, workOf(accountId));
        return new PasswordAttempt(throttle, lane(accountId), List.of(own, inAll), List.of());
    }

    /**
     * Counts an account that is to be made.
     *
     * @throws TooManyAttemptsException where too many were made from the same address, or too many passwords came from
     *             it
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

    /** Whom everything that an account does in its sessions and on its devices waits in a row with. */
    public static String lane(long accountId) {
        return "account " + accountId;
    }
}
