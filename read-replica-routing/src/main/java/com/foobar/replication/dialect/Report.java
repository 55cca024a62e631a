package com.foobar.replication.dialect;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Applier;

/**
 * The state that a server reported in response to a probe.
 *
 * @param writable whether the server accepts writes of ordinary accounts
 * @param executed the transactions that a reader sees on the server
 * @param applier how the server applies the transactions of its source
 * @param source the name of this server in the GTIDs of the transactions that it commits itself
 * @param term the newest term of a primary that the server knows of, or {@link #NO_TERM}
 */
public record Report(boolean writable, GtidSet executed, Applier applier, String source, long term) {

    /** The term of a server that knows of none; lower than any term. */
    public static final long NO_TERM = 0;
}
