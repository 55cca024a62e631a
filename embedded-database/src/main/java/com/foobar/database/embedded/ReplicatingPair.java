package com.foobar.database.embedded;

import com.foobar.folder.DirectoryLock;

/**
 * A MariaDB primary and its read-only GTID replica. Both end with this JVM.
 *
 * <p>
 * Both listen on 127.0.0.1 only. The replica refuses all writes of the application's and the migration's account. Only
 * the administrator can write there, and such a write would break replication.
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

    /** Returns a builder with the settings of a new pair, which is not started yet. */
    public static ReplicatingPairBuilder builder() {
        return new ReplicatingPairBuilder();
    }

    /** Returns the node that accepts writes. */
    public EmbeddedNode primary() {
        return primary;
    }

    /** Returns the node that follows the primary. */
    public EmbeddedNode replica() {
        return replica;
    }

    /**
     * Returns the account that reads and writes rows of the database {@code foobar}, and may see how far behind a
     * replica is.
     */
    public DatabaseAccount application() {
        return accounts.application();
    }

    /** Returns the account that may do anything in the database {@code foobar}, and nothing elsewhere. */
    public DatabaseAccount migration() {
        return accounts.migration();
    }

    /** Returns the account that may do anything, including writes on the read-only replica. */
    public DatabaseAccount administrator() {
        return accounts.administrator();
    }

    /** Shuts down both nodes regularly, and releases the folder. */
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
