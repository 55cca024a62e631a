package com.foobar.replication.node;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.Report;
import com.foobar.replication.status.Applier;

/** Finds the primary among what the nodes say; where several are writable, the one that loses nothing. */
final class PrimaryElection {

    private PrimaryElection() {}

    /**
     * The index of the primary, or -1 where no node is writable.
     *
     * @param reports what each node said last, null for one that does not answer
     * @param current the index of the primary so far, or -1
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
