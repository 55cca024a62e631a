package com.foobar.replication.session;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The session of one user for the duration of one unit of work, such as a request. Later reads in the session are not
 * older than the user's last commit, unless the primary is unavailable: then any node may serve them. Work outside any
 * session has no such guarantee.
 */
public final class ReadYourWrites {

    private static final ScopedValue<ReadYourWrites> CURRENT = ScopedValue.newInstance();

    private final Consumer<String> committed;
    private volatile @Nullable String position;
    private volatile @Nullable String node;

    /**
     * Creates a session.
     *
     * @param position the position of the user's last commit, or null if there is none
     * @param committed receives the position of each commit, right after the commit
     */
    public ReadYourWrites(@Nullable String position, Consumer<String> committed) {
        this.position = position;
        this.committed = committed;
    }

    /** Returns the session that the calling thread works in, or null if it works in none. */
    public static @Nullable ReadYourWrites current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /**
     * Runs a unit of work in this session.
     *
     * @throws E whatever the work throws
     */
    public <E extends Throwable> void run(Work<E> work) throws E {
        ScopedValue.where(CURRENT, this).<@Nullable Void, E> call(() -> {
            work.run();
            return null;
        });
    }

    /** A unit of work that may throw a checked exception. */
    @FunctionalInterface
    public interface Work<E extends Throwable> {

        void run() throws E;
    }

    /** Returns the position that the next read should see, or null if any node will do. */
    public @Nullable String position() {
        return position;
    }

    /** Returns the name of the node that was used last, or null if none was used. */
    public @Nullable String node() {
        return node;
    }

    /** Records the position of a commit, so that later reads in this session see the commit. */
    public void committed(String at) {
        position = at;
        committed.accept(at);
    }

    /** Has later reads in this session wait for no position any more, because no node has it. */
    public void giveUpPosition() {
        position = null;
    }

    /** Records the name of the node that is used now. */
    public void uses(String name) {
        node = name;
    }
}
