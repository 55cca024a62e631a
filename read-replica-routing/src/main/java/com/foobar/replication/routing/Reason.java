package com.foobar.replication.routing;

import java.util.Locale;

/** Why a read did not go to a replica, the most telling first. */
enum Reason {
    /** It had not what the reader must see, and did not get it in time. */
    POSITION,
    /** All its connections were in use. */
    EXHAUSTED,
    /** It is too far behind. */
    BEHIND,
    /** It applies nothing, or does not reach a primary that is up. */
    STOPPED,
    /** It does not answer. */
    DOWN,
    /** There is none. */
    MISSING;

    /** As metrics name it. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
