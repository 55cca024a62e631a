package com.foobar.database.embedded;

import com.foobar.folder.DirectoryLock;

/**
 * A MariaDB primary and its read-only GTID replica, which end with this JVM.
 *
 * <p>
 * Both listen on 127.0.0.1 only. Any transaction of the application's or the migration's account on the replica is
 * refused; only the administrator's could be written there, and would break replication.
 */
public final class ReplicatingPair implements AutoCloseable {

    private final DirectoryLock lock;
    private final DatabaseNode primary;
    private final DatabaseNode replica;
    private final Accounts accounts;

    ReplicatingPair(DirectoryLock lock, DatabaseNode primary, DatabaseNode replica, Accounts accounts) {
        this.lock = lock;
        this.primary = primary;
        this.replica = replica;
        this.accounts = accounts;
    }

    /** Settings of a pair that is not started. */
    public static ReplicatingPairBuilder builder() {
        return new ReplicatingPairBuilder();
    }

    /** The node that takes writes. */
    public DatabaseNode primary() {
        return primary;
    }

    /** The node that follows the primary. */
    public DatabaseNode replica() {
        return replica;
    }

    /** Reads and writes rows of the database {@code foobar}, and may see how far behind a replica is. */
    public Account application() {
        return accounts.application();
    }

    /** May do anything to the database {@code foobar}, and nothing elsewhere. */
    public Account migration() {
        return accounts.migration();
    }

    /** May do anything; a read-only server does not hold it back. */
    public Account administrator() {
        return accounts.administrator();
    }

    /** Stops both nodes in good order, and releases the folder. */
    @Override
    public void close() {
        try {
            replica.stop();
            primary.stop();
        } finally {
            lock.close();
        }
    }
}
