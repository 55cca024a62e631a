package com.foobar.gateway.connection;

import com.foobar.gateway.exchange.ErrorResponse;

/**
 * What is wrong with the bytes of a request.
 *
 * @param refusal what its client gets
 * @param why what it is, for the log
 */
record Violation(ErrorResponse refusal, String why) {

    private static final ErrorResponse MALFORMED = new ErrorResponse(400,
            "The request is not written as HTTP/1.1 says, or could be read in two ways.", null);

    /** A request that cannot be read in one way only. */
    static Violation malformed(String why) {
        return new Violation(MALFORMED, why);
    }
}
