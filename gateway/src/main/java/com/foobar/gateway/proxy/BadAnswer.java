package com.foobar.gateway.proxy;

/** A server's answer that the client need not see, because another server may give a better one. */
final class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadAnswer(String what) {
        super(what, null, false, false);
    }
}
