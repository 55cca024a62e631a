package com.foobar.gateway.edge;

/**
 * What is wrong with the bytes of a request.
 *
 * @param refusal what its client gets
 * @param why what it is, for the log
 */
record Violation(Refusal refusal, String why) {

    private static final Refusal MALFORMED = new Refusal(400,
            "The request is not written as HTTP/1.1 says, or could be read in two ways.", null);

    /** A request that cannot be read in one way only. */
    static Violation malformed(String why) {
        return new Violation(MALFORMED, why);
    }
}
