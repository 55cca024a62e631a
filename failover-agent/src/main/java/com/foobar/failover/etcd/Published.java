package com.foobar.failover.etcd;

import com.foobar.failover.mysql.BinlogPosition;

/**
 * What an agent publishes about its server.
 *
 * @param incarnation the run of the server; empty while it does not run
 * @param empty whether the node has no data at all
 * @param openTerm the term in which it accepts writes; 0 if it does not
 * @param leaving whether the node is giving its role away on purpose
 * @param source the node that it is connected to and receives from; empty if there is none
 * @param position the position in the source's binary log up to which it has received
 * @param behind for how many milliseconds it has had received transactions that it has not applied
 * @param serverUuid the identity that the server gives to the transactions that it commits; empty while it does not run
 * @param executed the transactions that it has executed, as a GTID set
 * @param setAside how many sets of transactions are kept aside there
 */
public record Published(String incarnation, boolean empty, long openTerm, boolean leaving, String source,
        BinlogPosition position, long behind, String serverUuid, String executed, int setAside) {

    /** Returns whether only the progress of replication differs, which need not be published at once. */
    public boolean differsOnlyInProgress(Published other) {
        return incarnation.equals(other.incarnation) && empty == other.empty && openTerm == other.openTerm
                && leaving == other.leaving && source.equals(other.source) && setAside == other.setAside;
    }
}
