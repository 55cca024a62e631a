package com.foobar.web.replication.dialect;

/** What a connection is for. */
public enum Access {
    /** Read-only transactions; the server refuses anything else on such a connection. */
    READ,
    /** Everything else. */
    WRITE
}
