package com.foobar.replication.node;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.status.Applier;

/**
 * Elects the primary from the reports of the nodes. Of several writable nodes it prefers a node that replicates from no
 * other; then the node that has all transactions of the other; then the current primary.
 */
final class PrimaryElection {

    private PrimaryElection() {}

    /**
     * Returns the index of the primary, or -1 if no node is writable.
     *
     * @param reports the last report of each node; null for a node that does not respond
     * @param current the index of the current primary, or -1
     */
    static int elect(List<? extends @Nullable Report> reports, int current) {
        int best = -1;
        for (int i = 0; i < reports.size(); i++) {
            Report candidate = reports.get(i);
            if (candidate != null && candidate.writable()
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
