package com.foobar.replication.routing;

import org.jspecify.annotations.Nullable;

/**
 * Notes whether a call may have committed something. If not, the call can be repeated: the server has undone all that
 * the call did.
 */
final class Commits {

    private static final ScopedValue<Commits> CURRENT = ScopedValue.newInstance();

    private final @Nullable Commits outer = current();
    private volatile boolean possible;

    private static @Nullable Commits current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /**
     * Runs a call whose commits are noted here.
     *
     * @throws X whatever the call throws
     */
    <T extends @Nullable Object, X extends Throwable> T watch(ScopedValue.CallableOp<T, X> call) throws X {
        return ScopedValue.where(CURRENT, this).call(call);
    }

    /** Notes that the call that runs on this thread, and those around it, have committed something, or may have. */
    static void note() {
        for (Commits each = current(); each != null; each = each.outer) {
            each.possible = true;
        }
    }

    /** Returns whether something may have been committed. */
    boolean possible() {
        return possible;
    }
}
