package com.foobar.replication.dialect;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Applier;

/**
 * What a server said of itself.
 *
 * @param writable whether it takes writes of ordinary accounts
 * @param executed the transactions that a reader sees there
 * @param applier how it applies another's transactions
 */
public record Report(boolean writable, GtidSet executed, Applier applier) {}
