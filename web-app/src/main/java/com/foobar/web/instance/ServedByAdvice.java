package com.foobar.web.instance;

import java.util.Collections;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import com.foobar.replication.status.UsedNode;

/** Gives each page the path of its request, which the footer shows. */
@ControllerAdvice
class ServedByAdvice {

    private final InstanceProperties instance;

    ServedByAdvice(InstanceProperties instance) {
        this.instance = instance;
    }

    @ModelAttribute("servedBy")
    ServedBy servedBy(HttpServletRequest request) {
        return new ServedBy(Via.names(Collections.list(request.getHeaders(HttpHeaders.VIA))), instance.instance(),
                () -> UsedNode.of(request));
    }
}
