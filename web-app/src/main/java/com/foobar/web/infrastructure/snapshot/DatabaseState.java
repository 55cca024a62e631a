package com.foobar.web.infrastructure.snapshot;

/** The state of a database node. */
public enum DatabaseState {
    /** The primary, which takes the writes. */
    TAKES_WRITES,
    /** A replica that may be read from. */
    FOLLOWS,
    /** A replica that may be read from; its account has no permission to ask whether the applier runs. */
    UNCLEAR,
    /** A replica that is too far behind to be read from. */
    BEHIND,
    /** A replica whose applier runs, but which cannot reach its source. */
    CUT_OFF,
    /** A replica whose applier is stopped. */
    STOPPED,
    /** A node that is neither the primary nor a replica of any node, and takes no writes. */
    ALONE,
    /** A node that takes writes, but is not the primary. */
    SECOND_WRITABLE,
    /** A node that does not respond. */
    DOWN;

    /** Returns whether requests are sent to the node while a primary is up. */
    public boolean inService() {
        return this == TAKES_WRITES || this == FOLLOWS || this == UNCLEAR;
    }
}
