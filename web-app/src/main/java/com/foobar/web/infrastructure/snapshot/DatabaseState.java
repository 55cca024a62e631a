package com.foobar.web.infrastructure.snapshot;

/** How a database node is. */
public enum DatabaseState {
    /** The primary: takes the writes. */
    TAKES_WRITES,
    /** A replica that may be read from. */
    FOLLOWS,
    /** A replica that may be read from, although its account may not ask whether it applies. */
    UNCLEAR,
    /** A replica that applies, but is too far behind to be read from. */
    BEHIND,
    /** A replica that does not reach its source. */
    CUT_OFF,
    /** A replica that applies nothing. */
    STOPPED,
    /** Nobody's replica, and not the primary. */
    ALONE,
    /** Takes writes beside the primary. */
    SECOND_WRITABLE,
    /** Does not answer. */
    DOWN;

    /** Whether requests are sent to it while a primary is up. */
    public boolean inService() {
        return this == TAKES_WRITES || this == FOLLOWS || this == UNCLEAR;
    }
}
