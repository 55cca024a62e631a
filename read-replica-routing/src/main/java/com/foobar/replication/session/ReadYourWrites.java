package com.foobar.replication.session;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * What one user has seen of the database, for as long as one piece of work of theirs lasts: what they read next is
 * never older. Work outside any session is promised nothing.
 */
public final class ReadYourWrites {

    private static final ScopedValue<ReadYourWrites> CURRENT = ScopedValue.newInstance();

    private final Consumer<String> committed;
    private volatile @Nullable String position;
    private volatile @Nullable String node;

    /**
     * Begins where the user was.
     *
     * @param position that of the user's last commit, or null
     * @param committed is told the position of each commit, right after it
     */
    public ReadYourWrites(@Nullable String position, Consumer<String> committed) {
        this.position = position;
        this.committed = committed;
    }

    /** The session that the caller works in, or null. */
    public static @Nullable ReadYourWrites current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /**
     * Does a piece of work in this session.
     *
     * @throws E what the work throws
     */
    public <E extends Throwable> void run(Work<E> work) throws E {
        ScopedValue.where(CURRENT, this).<@Nullable Void, E> call(() -> {
            work.run();
            return null;
        });
    }

    /** A piece of work. */
    @FunctionalInterface
    public interface Work<E extends Throwable> {

        void run() throws E;
    }

    /** The position that what is read next must have reached, or null where any will do. */
    public @Nullable String position() {
        return position;
    }

    /** The name of the node that was used last, or null where none was. */
    public @Nullable String node() {
        return node;
    }

    /** Notes a commit: what is read from now on has it. */
    public void committed(String at) {
        position = at;
        committed.accept(at);
    }

    /** Notes which node is used. */
    public void uses(String name) {
        node = name;
    }
}
