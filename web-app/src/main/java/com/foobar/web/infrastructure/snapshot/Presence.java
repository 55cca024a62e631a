package com.foobar.web.infrastructure.snapshot;

/** Whether a web server or a web-app responds. */
public enum Presence {
    /** It responded to the last check. */
    ANSWERS,
    /** It responded that it is not ready, or with an error. */
    NOT_READY,
    /** It did not respond. */
    SILENT,
    /** No gateway that is heard could check it. */
    UNSEEN
}
