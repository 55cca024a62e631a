package com.foobar.failover.agent;

import java.util.Locale;

/** Why a node became the primary. */
enum Reason {
    INITIAL, FAILOVER, SWITCHOVER, MANUAL;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
