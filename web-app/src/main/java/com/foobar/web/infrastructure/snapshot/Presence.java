package com.foobar.web.infrastructure.snapshot;

/** Whether a part of a server gives answers. */
public enum Presence {
    /** It answered when last asked. */
    ANSWERS,
    /** It answered that it is not ready, or with an error. */
    NOT_READY,
    /** It did not answer. */
    SILENT,
    /** Nobody who was heard could ask it. */
    UNSEEN
}
