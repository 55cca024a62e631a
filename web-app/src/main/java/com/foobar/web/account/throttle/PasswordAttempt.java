package com.foobar.web.account.throttle;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** An attempt at a password. It is counted as a failure before the password is checked. */
public final class PasswordAttempt {

    private static final Logger logger = LoggerFactory.getLogger(PasswordAttempt.class);

    private final Throttle throttle;
    private final String lane;
    private final List<Quota> own;
    private final List<Quota> shared;

    /**
     * Creates an attempt that is counted already.
     *
     * @param lane name of the queue in which the attempt waits for its password check
     * @param own quotas that only this client uses; a success resets them
     * @param shared quotas that other clients use too; a success gives back this one attempt
     */
    PasswordAttempt(Throttle throttle, String lane, List<Quota> own, List<Quota> shared) {
        this.throttle = throttle;
        this.lane = lane;
        this.own = own;
        this.shared = shared;
    }

    /**
     * Returns the name of the client's queue: attempts of one client wait for each other, not for attempts of other
     * clients.
     */
    public String lane() {
        return lane;
    }

    /** Reports that the password was right. */
    public void succeeded() {
        throttle.forget(own);
        throttle.giveBack(shared);
    }

    /**
     * Takes back the attempt: the password was not checked, for a reason that has nothing to do with it. If the
     * database is unreachable, the attempt stays counted.
     */
    public void abandon() {
        try {
            throttle.giveBack(own);
            throttle.giveBack(shared);
        } catch (DataAccessException e) {
            logger.debug("An attempt that was not made stays counted.", e);
        }
    }
}
