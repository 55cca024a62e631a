package com.foobar.web.account;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads wherever there is an answer. */
@Component
class AnyNode {

    @Transactional(readOnly = true)
    public <T> T read(Supplier<T> query) {
        return query.get();
    }
}
