package com.foobar.replication.status;

/** What a server says of how it applies another's transactions. */
public enum Applier {
    /** It is nobody's replica. */
    NONE,
    /** It receives and applies. */
    RUNNING,
    /** It applies what it has, but does not reach its source. */
    DISCONNECTED,
    /** It applies nothing. */
    STOPPED,
    /** The account may not ask. */
    UNKNOWN
}
