package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.Dialect;
import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Role;

/** A database server: what is known of it, and its connections. */
public final class Node implements AutoCloseable {

    /** What changes a schema may take long, but not for ever. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    private final NodeAddress address;
    private final Dialect dialect;
    private final ConnectionPoolProperties settings;
    private final NodePool readers;
    private final NodePool writers;
    /** A permit asks that the node be asked about itself at once. */
    private final Semaphore wake = new Semaphore(0);
    private volatile NodeState state = NodeState.UNASKED;
    private volatile Role role = Role.UNKNOWN;
    private volatile @Nullable GtidSet reached;

    /**
     * Knows nothing yet.
     *
     * @param roleChanged is run when an error says that the node has another role than it had
     */
    Node(NodeAddress address, Credentials account, ConnectionPoolProperties settings, MeterRegistry meters,
            Runnable roleChanged) {
        this.address = address;
        this.settings = settings;
        this.dialect = Dialect.of(address.url());
        RoleErrors roleErrors = new RoleErrors(dialect, roleChanged);
        this.readers = new NodePool(address, AccessMode.READ, dialect, account, settings, roleErrors, meters);
        this.writers = new NodePool(address, AccessMode.WRITE, dialect, account, settings, roleErrors, meters);
    }

    public String name() {
        return address.name();
    }

    public Dialect dialect() {
        return dialect;
    }

    public NodeState state() {
        return state;
    }

    public Role role() {
        return role;
    }

    /** How long an answer to a statement may take. */
    public Duration answerTimeout() {
        return settings.socketTimeout();
    }

    /** How many connections are in use for a kind of access. */
    public int inUse(AccessMode access) {
        return pool(access).inUse();
    }

    /** Whether each connection that the pool may have is in use. */
    public boolean exhausted(AccessMode access) {
        return pool(access).exhausted();
    }

    /** Whether readers are known to see a position here; it may be so without being known. */
    public boolean hasReached(GtidSet position) {
        GtidSet known = reached;
        return known != null && known.contains(position);
    }

    /** Notes that a reader has seen a position here. */
    public void reached(GtidSet position) {
        GtidSet known = reached;
        // Two at once may forget one of them, and then somebody asks once more.
        if (known != null) {
            reached = known.union(position);
        }
    }

    /**
     * A connection from the pool.
     *
     * @throws SQLException where there is none in time
     */
    public Connection borrow(AccessMode access) throws SQLException {
        return pool(access).borrow();
    }

    /**
     * Takes a connection back.
     *
     * @param broken whether nobody must get it again
     */
    public void giveBack(AccessMode access, Connection connection, boolean broken) throws SQLException {
        pool(access).giveBack(connection, broken);
    }

    /**
     * A connection of another account, which no pool keeps.
     *
     * @throws SQLException where the node refuses it
     */
    public Connection connect(String username, String password) throws SQLException {
        Duration timeout = settings.checkoutTimeout(AccessMode.WRITE);
        return new NodeDataSource(address, new Credentials(username, password), timeout, LONGEST_STATEMENT)
                .getConnection();
    }

    /** Closes the connections that wait for use, since what is on their other end is not what it was. */
    public void emptyPools() {
        readers.empty();
        writers.empty();
    }

    void warmUp() {
        readers.warmUp();
    }

    /** Leaves the node out until it has answered again, and asks it at once. */
    public void suspect(String why) {
        state = state.missed(why);
        askNow();
    }

    /** Leaves the node out, and cuts the readers off who wait for it too: they can be served elsewhere. */
    public void silent(String why) {
        suspect(why);
        readers.abort();
    }

    /** Asks the node about itself without waiting for the next turn. */
    public void askNow() {
        wake.release();
    }

    Semaphore wake() {
        return wake;
    }

    NodeAddress address() {
        return address;
    }

    void state(NodeState next) {
        state = next;
        reached = next.report() == null ? null : next.report().executed();
    }

    void role(Role next) {
        role = next;
    }

    void abortReaders() {
        readers.abort();
    }

    void abortWriters() {
        writers.abort();
    }

    private NodePool pool(AccessMode access) {
        return access == AccessMode.READ ? readers : writers;
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
