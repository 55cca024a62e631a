package com.foobar.failover.etcd;

import org.jspecify.annotations.Nullable;

/** No member of etcd gave a usable response; a write may have taken effect all the same. */
public final class EtcdException extends Exception {

    private static final long serialVersionUID = 1;

    EtcdException(String message, @Nullable Throwable cause) {
        super(cause == null ? message : message + ": " + cause, cause);
    }
}
