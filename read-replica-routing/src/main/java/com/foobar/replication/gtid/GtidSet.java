package com.foobar.replication.gtid;

/**
 * An immutable set of transactions that a server has executed. Two sets can be compared only if servers of the same
 * kind wrote them; otherwise the methods throw a {@link ClassCastException}.
 */
public interface GtidSet {

    /** Returns whether every transaction of the other set is also in this set. */
    default boolean contains(GtidSet other) {
        return missing(other) == 0;
    }

    /** Returns how many transactions of the other set are not in this set. */
    long missing(GtidSet other);

    /**
     * Returns whether a server itself committed the transactions of this set. Such a server has the whole set.
     *
     * @param source the server's own name in GTIDs
     */
    boolean isFrom(String source);

    /** Returns the transactions that are in at least one of the two sets. */
    GtidSet union(GtidSet other);

    /** Returns the set in the notation of its kind of server. */
    @Override
    String toString();
}
