package com.foobar.gateway.connection;

import com.foobar.gateway.exchange.ErrorResponse;

/**
 * Describes an error in the bytes of a request.
 *
 * @param refusal the response that the client gets
 * @param why a short description for the log
 */
record Violation(ErrorResponse refusal, String why) {

    private static final ErrorResponse MALFORMED = new ErrorResponse(400,
            "The request is not written as HTTP/1.1 says, or could be read in two ways.", null);

    /** Returns the violation of a request that is invalid or can be read in two ways. */
    static Violation malformed(String why) {
        return new Violation(MALFORMED, why);
    }
}
