package com.foobar.replication.routing;

import java.util.Locale;

/**
 * Why a read did not go to a replica. The order matters: if several reasons apply, the first of them is counted, since
 * it says most.
 */
enum Reason {
    /** The replica did not reach the position that the reader must see in time. */
    POSITION,
    /** All connections of the replica were in use. */
    EXHAUSTED,
    /** The replica is too far behind the primary. */
    BEHIND,
    /** The applier does not run, or the replica has no connection to a primary that is up. */
    STOPPED,
    /** The node is deposed: it is still writable, but the term of another primary has begun. */
    DEPOSED,
    /** The replica does not respond. */
    DOWN,
    /** There is no replica. */
    MISSING;

    /** Returns the reason as a tag of metrics, in lower case. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
