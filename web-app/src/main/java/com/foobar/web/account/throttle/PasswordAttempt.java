package com.foobar.web.account.throttle;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;

/** An attempt at a password that was counted as a failure before it is known to be one. */
public final class PasswordAttempt {

    private static final Logger logger = LoggerFactory.getLogger(PasswordAttempt.class);

    private final Throttle throttle;
    private final String lane;
    private final List<Quota> own;
    private final List<Quota> shared;

    /**
     * An attempt.
     *
     * @param lane whom it waits in a row with
     * @param own what nobody else uses up, and a success makes as good as new
     * @param shared what others use up too, of which a success takes nothing
     */
    PasswordAttempt(Throttle throttle, String lane, List<Quota> own, List<Quota> shared) {
        this.throttle = throttle;
        this.lane = lane;
        this.own = own;
        this.shared = shared;
    }

    /** Names the client that it is of: attempts of one client wait for each other, and not for those of all others. */
    public String lane() {
        return lane;
    }

    /** It was no failure. */
    public void succeeded() {
        throttle.forget(own);
        throttle.giveBack(shared);
    }

    /** Nothing was tried, for a reason that has nothing to do with the password. */
    public void abandon() {
        try {
            throttle.giveBack(own);
            throttle.giveBack(shared);
        } catch (DataAccessException e) {
            logger.debug("An attempt that was not made stays counted.", e);
        }
    }
}
