package com.foobar.gateway.server;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import reactor.netty.http.client.PrematureCloseException;

/** Says in a few words why a server gave no answer. */
public final class Failures {

    private Failures() {}

    /**
     * Returns whether a status says that the server failed. The other ones from 500 to 599 say something of the request
     * alone, such as 501 of its method and 505 of its version.
     */
    public static boolean isOfServer(int status) {
        return status >= 500 && status != 501 && status != 505 && status != 506 && status != 510 && status != 511;
    }

    /** Returns whether the failure says that the server took no connection. */
    public static boolean isOfConnecting(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

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
