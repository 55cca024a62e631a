package com.foobar.replication.status;

import java.util.function.Supplier;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** Tells which database node a request used. */
public final class UsedNode {

    private static final String ATTRIBUTE = UsedNode.class.getName();

    private UsedNode() {}

    /** Returns the name of the node that the request used last so far, or null if the request used none. */
    public static @Nullable String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Supplier<?> node && node.get() instanceof String name ? name
                : null;
    }

    /**
     * Makes {@link #of} ask this supplier from now on.
     *
     * @param node returns the name of the node that was used last, or null
     */
    public static void expose(ServletRequest request, Supplier<@Nullable String> node) {
        request.setAttribute(ATTRIBUTE, node);
    }
}
