package com.foobar.replication.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import com.foobar.replication.dialect.AccessMode;
import com.foobar.replication.dialect.Dialect;
import com.foobar.replication.dialect.Report;
import com.foobar.replication.gtid.GtidSet;
import com.foobar.replication.status.Role;

/** A database server: its last known state and its connection pools. */
public final class Node implements AutoCloseable {

    /** Socket timeout of connections outside the pools: a change of the schema may take long, but not forever. */
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(10);

    private final NodeAddress address;
    private final Dialect dialect;
    private final ConnectionPoolProperties settings;
    private final NodePool readers;
    private final NodePool writers;
    /** A permit asks for a probe of the node at once. */
    private final Semaphore wake = new Semaphore(0);
    private volatile NodeState state = NodeState.UNASKED;
    private volatile Role role = Role.UNKNOWN;
    private volatile @Nullable GtidSet reached;

    /**
     * Creates a node with an unknown state and the role UNKNOWN.
     *
     * @param roleChanged runs when an error says that the node no longer has the role that it had
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

    /** Returns the name that logs, metrics and pages use for the node. */
    public String name() {
        return address.name();
    }

    /** Returns the dialect of the node's kind of database server. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns the result of the latest probe. */
    public NodeState state() {
        return state;
    }

    /** Returns the role that the cluster gave the node. */
    public Role role() {
        return role;
    }

    /** Returns how long the server may take to respond to a statement; zero means no limit. */
    public Duration responseTimeout() {
        return settings.socketTimeout();
    }

    /** Returns how many connections are in use for an access mode. */
    public int inUse(AccessMode access) {
        return pool(access).inUse();
    }

    /** Returns whether every connection that the pool may have is in use. */
    public boolean exhausted(AccessMode access) {
        return pool(access).exhausted();
    }

    /**
     * Returns whether readers are known to see a position on this node; false if that is not known, although the node
     * may have reached the position.
     */
    public boolean hasReached(GtidSet position) {
        GtidSet known = reached;
        return known != null && known.contains(position);
    }

    /**
     * Returns whether the server has a position by what it last reported: it had the position then, or it is the server
     * that committed it. This is for the primary only, which keeps what it has. The second case needs no newer probe,
     * because a server has what it committed itself; if an older backup has replaced its data since, the position is
     * lost, and no other server would have it either.
     */
    public boolean hasCommitted(GtidSet position) {
        Report report = state.lastReport();
        return report != null && (position.isFrom(report.source()) || report.executed().contains(position));
    }

    /**
     * Returns whether the node has responded to a probe since a time, by {@link System#nanoTime()}, and does so still.
     */
    public boolean heardSince(long nanoTime) {
        NodeState latest = state;
        return latest.reachable() && latest.respondedAt() - nanoTime > 0;
    }

    /** Records that a reader has seen a position on this node. */
    public void reached(GtidSet position) {
        GtidSet known = reached;
        // Two concurrent updates may lose one of the positions; then a later reader only asks the node once more.
        if (known != null) {
            reached = known.union(position);
        }
    }

    /**
     * Borrows a connection from the pool.
     *
     * @throws SQLException if no connection becomes available within the checkout timeout
     */
    public Connection borrow(AccessMode access) throws SQLException {
        return pool(access).borrow();
    }

    /**
     * Gives a connection back to the pool.
     *
     * @param broken whether the pool must discard the connection
     * @throws SQLException if the connection cannot be closed
     */
    public void giveBack(AccessMode access, Connection connection, boolean broken) throws SQLException {
        pool(access).giveBack(connection, broken);
    }

    /**
     * Opens a connection of another account, outside the pools.
     *
     * @throws SQLException if the node does not respond or refuses the account
     */
    public Connection connect(String username, String password) throws SQLException {
        Duration timeout = settings.checkoutTimeout(AccessMode.WRITE);
        return new NodeDataSource(address, new Credentials(username, password), timeout, LONGEST_STATEMENT)
                .getConnection();
    }

    /**
     * Closes the idle connections now and the connections in use when they are given back, because the server behind
     * them may have changed.
     */
    public void emptyPools() {
        readers.empty();
        writers.empty();
    }

    void warmUp() {
        readers.warmUp();
    }

    /** Treats the node as unreachable until it responds to a probe, and has it probed now. */
    public void suspect(String why) {
        state = state.missed(why);
        askNow();
    }

    /**
     * Treats the node as unreachable like {@link #suspect}, and also aborts its read connections in use: their
     * transactions can be repeated on another node.
     */
    public void silent(String why) {
        suspect(why);
        readers.abort();
    }

    /** Has the node probed now, without waiting for the probe interval. */
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
