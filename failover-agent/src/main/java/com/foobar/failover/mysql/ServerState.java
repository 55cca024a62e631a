package com.foobar.failover.mysql;

/**
 * What a server reported about itself.
 *
 * @param writable whether it accepts writes
 * @param waits whether commits wait for an acknowledgement
 * @param serverUuid the identity that it gives to the transactions that it commits
 * @param executed the transactions that it has executed, as a GTID set
 * @param applied whether it has executed all that it has received
 * @param appliedEarlier whether it has executed all that it had received at an earlier look
 * @param surplus the transactions that it has executed, and that the other node's server neither has executed nor has
 *            committed itself, as a GTID set
 * @param partners how many nodes are connected that acknowledge
 * @param waiting how many commits wait for an acknowledgement
 * @param acknowledged how many commits have been acknowledged since its start
 * @param term the newest term in its data; 0 if there is none
 * @param end the end of its binary log
 * @param replica how it replicates
 */
public record ServerState(boolean writable, boolean waits, String serverUuid, String executed, boolean applied,
        boolean appliedEarlier, String surplus,
        long partners, long waiting, long acknowledged, long term, BinlogPosition end, ReplicaStatus replica) {}
