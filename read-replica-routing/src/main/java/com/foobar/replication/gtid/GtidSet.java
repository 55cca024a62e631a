package com.foobar.replication.gtid;

/**
 * An immutable set of transactions that a server has executed; two sets can be compared only when servers of one kind
 * wrote them.
 */
public interface GtidSet {

    /** Whether each transaction of the other set is in this one. */
    default boolean contains(GtidSet other) {
        return missing(other) == 0;
    }

    /** How many transactions of the other set are not in this one. */
    long missing(GtidSet other);

    /** What is in either set. */
    GtidSet union(GtidSet other);

    /** The set as a server of its kind writes it. */
    @Override
    String toString();
}
