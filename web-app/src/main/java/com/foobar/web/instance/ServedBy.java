package com.foobar.web.instance;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The way that a request took: the proxies before this instance, the instance, and the database node that it read from.
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

    public List<String> proxies() {
        return proxies;
    }

    public String instance() {
        return instance;
    }

    /** The node that this request used last, or null where it has used none yet: a page asks while it is rendered. */
    public @Nullable String node() {
        return node.get();
    }
}
