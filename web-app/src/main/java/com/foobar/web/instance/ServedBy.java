package com.foobar.web.instance;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request: the proxies that it passed, the instance that handles it, and the database node that it read
 * from.
 */
public final class ServedBy {

    private final List<String> proxies;
    private final String instance;
    private final Supplier<@Nullable String> node;

    ServedBy(List<String> proxies, String instance, Supplier<@Nullable String> node) {
        this.proxies = proxies;
        this.instance = instance;
        this.node = node;
    }

    /** Returns the names of the proxies, in the order in which the request passed them. */
    public List<String> proxies() {
        return proxies;
    }

    /** Returns the name of this instance. */
    public String instance() {
        return instance;
    }

    /**
     * Returns the name of the database node that this request used last, or null if it has not used any node yet. The
     * value may change while the page is rendered.
     */
    public @Nullable String node() {
        return node.get();
    }
}
