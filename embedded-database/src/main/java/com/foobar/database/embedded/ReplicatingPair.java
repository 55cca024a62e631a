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
    private final EmbeddedNode primary;
    private final EmbeddedNode replica;
    private final DatabaseAccounts accounts;

    ReplicatingPair(DirectoryLock lock, EmbeddedNode primary, EmbeddedNode replica, DatabaseAccounts accounts) {
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
    public EmbeddedNode primary() {
        return primary;
    }

    /** The node that follows the primary. */
    public EmbeddedNode replica() {
        return replica;
    }

    /** Reads and writes rows of the database {@code foobar}, and may see how far behind a replica is. */
    public DatabaseAccount application() {
        return accounts.application();
    }

    /** May do anything to the database {@code foobar}, and nothing elsewhere. */
    public DatabaseAccount migration() {
        return accounts.migration();
    }

    /** May do anything; a read-only server does not hold it back. */
    public DatabaseAccount administrator() {
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
