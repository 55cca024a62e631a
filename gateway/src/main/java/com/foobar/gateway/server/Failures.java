package com.foobar.gateway.server;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.netty.channel.ConnectTimeoutException;
import reactor.netty.http.client.PrematureCloseException;

/** Tells which failures are failures of the server, and describes failures in a few words. */
public final class Failures {

    private Failures() {}

    /**
     * Returns whether a response with this status is a failure of the server. The other statuses from 500 to 599 are
     * about the request, such as 501 (its method) and 505 (its HTTP version).
     */
    public static boolean isOfServer(int status) {
        return status >= 500 && status != 501 && status != 505 && status != 506 && status != 510 && status != 511;
    }

    /** Returns whether the failure means that no connection to the server could be made. */
    public static boolean isOfConnecting(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

    /**
     * Returns a few words about the failure, for people. Frequent failures have a fixed text without addresses, so that
     * there are only few different texts. For any other failure, this is the first line of its message, or the name of
     * its class if it has no message.
     */
    public static String describe(Throwable failure) {
        return switch (failure) {
            case ConnectTimeoutException timeout -> "no connection in time";
            case TimeoutException timeout -> "no response in time";
            case ConnectException refused -> "connection refused";
            case UnknownHostException unknown -> "its name is not known";
            case PrematureCloseException closed -> "connection closed before the response";
            default -> firstLine(failure);
        };
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
