package com.foobar.replication.dialect;

/** What a connection is used for. */
public enum AccessMode {
    /** Read-only transactions; the server refuses anything else on such a connection. */
    READ,
    /** Everything else. */
    WRITE
}
