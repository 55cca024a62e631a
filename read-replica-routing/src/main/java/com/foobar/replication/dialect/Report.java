package com.foobar.replication.dialect;

import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Applier;

/**
 * The state that a server reported in response to a probe.
 *
 * @param writable whether the server accepts writes of ordinary accounts
 * @param executed the transactions that a reader sees on the server
 * @param applier how the server applies the transactions of its source
 */
public record Report(boolean writable, GtidSet executed, Applier applier) {}
