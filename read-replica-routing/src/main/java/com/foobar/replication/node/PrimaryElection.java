package com.foobar.replication.node;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.status.Applier;

/**
 * Elects the primary from the reports of the nodes. Only a writable node of the newest term can be elected. Of several
 * such nodes it prefers a node that replicates from no other; then the node that has all transactions of the other;
 * then the current primary.
 */
final class PrimaryElection {

    private PrimaryElection() {}

    /**
     * Returns whether a node is deposed: it is writable, but a newer term than its own has begun. After a pause or a
     * cut of the network a primary may look like that until it is stopped: it can commit nothing any more, and its data
     * is old. A read-only node with an old term is not deposed: it is a replica that has not yet applied the newest
     * term, and its lag says whether it may be read from.
     *
     * @param report the node's last report, or null if there is none
     * @param newestTerm the newest term that any node has ever reported
     */
    static boolean deposed(@Nullable Report report, long newestTerm) {
        return report != null && report.writable() && report.term() < newestTerm;
    }

    /**
     * Returns the index of the primary, or -1 if no node can be the primary.
     *
     * @param reports the last report of each node; null for a node that does not respond
     * @param newestTerm the newest term that any node has ever reported
     * @param current the index of the current primary, or -1
     */
    static int elect(List<? extends @Nullable Report> reports, long newestTerm, int current) {
        int best = -1;
        for (int i = 0; i < reports.size(); i++) {
            Report candidate = reports.get(i);
            if (candidate != null && candidate.writable() && !deposed(candidate, newestTerm)
                    && (best == -1 || beats(candidate, reports.get(best), i == current))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean beats(Report candidate, @Nullable Report best, boolean isCurrent) {
        if (best == null) {
            return true;
        }
        boolean independent = candidate.applier() == Applier.NONE;
        if (independent != (best.applier() == Applier.NONE)) {
            return independent;
        }
        boolean hasAll = candidate.executed().contains(best.executed());
        boolean bestHasAll = best.executed().contains(candidate.executed());
        return hasAll == bestHasAll ? isCurrent : hasAll;
    }
}
