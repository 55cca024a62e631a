package com.foobar.web.topology;

import java.util.Collections;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives each page what its foot shows. */
@ControllerAdvice
class ServedByAdvice {

    /** A request attribute that supplies the node's name; an attribute, so that pages need not know how databases are reached. */
    static final String NODE = "foobar.database.node";

    private final InstanceProperties instance;

    ServedByAdvice(InstanceProperties instance) {
        this.instance = instance;
    }

    @ModelAttribute("servedBy")
    ServedBy servedBy(HttpServletRequest request) {
        return new ServedBy(Via.names(Collections.list(request.getHeaders(HttpHeaders.VIA))), instance.instance(),
                () -> node(request));
    }

    private static @Nullable String node(HttpServletRequest request) {
        return request.getAttribute(NODE) instanceof Supplier<?> supplier && supplier.get() instanceof String name
                ? name
                : null;
    }
}
