package com.foobar.web.account;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs queries in a read-only transaction, so that a replica can respond while the primary does not. */
@Component
class AnyNode {

    @Transactional(readOnly = true)
    public <T> T read(Supplier<T> query) {
        return query.get();
    }
}
