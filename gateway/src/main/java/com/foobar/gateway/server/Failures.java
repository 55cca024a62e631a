package com.foobar.gateway.server;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import reactor.netty.http.client.PrematureCloseException;

/** Says in a few words why a server gave no answer. */
public final class Failures {

    private Failures() {}

    /** A few words for people, without addresses, so that there are only as many of them as there are cases. */
    public static String describe(Throwable failure) {
        return switch (failure) {
            case ConnectTimeoutException timeout -> "no connection in time";
            case TimeoutException timeout -> "no answer in time";
            case ConnectException refused -> "connection refused";
            case UnknownHostException unknown -> "its name is not known";
            case PrematureCloseException closed -> "connection closed before the answer";
            default -> firstLine(failure);
        };
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
