package com.foobar.failover.mysql;

/**
 * How a server receives and applies the transactions of its source.
 *
 * @param source the source's host name; empty if it follows none
 * @param receiving whether the receiver runs, connected or not
 * @param connected whether the receiver is connected to the source
 * @param received the position in the source's binary log up to which it has received
 * @param retrieved the transactions that it has received since the receiver's logs began, as a GTID set
 * @param receiverError the number of the error that stopped the receiver; 0 for none
 * @param applierFailed whether an error has stopped the applier
 */
public record ReplicaStatus(String source, boolean receiving, boolean connected, BinlogPosition received,
        String retrieved,
        int receiverError, boolean applierFailed) {

    static final ReplicaStatus NONE = new ReplicaStatus("", false, false, BinlogPosition.NONE, "", 0, false);

    /** ER_SOURCE_FATAL_ERROR_READING_BINLOG: above all, that the source has purged what is missing here. */
    private static final int FATAL_ERROR_READING_BINLOG = 13114;

    /** Returns whether the source no longer has the transactions that are missing here. */
    public boolean isUnfollowable() {
        return receiverError == FATAL_ERROR_READING_BINLOG;
    }
}
