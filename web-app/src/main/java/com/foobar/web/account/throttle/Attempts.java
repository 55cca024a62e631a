package com.foobar.web.account.throttle;

import java.time.Instant;

/**
 * What was tried so far.
 *
 * @param since the first attempt of those that are counted
 */
record Attempts(Instant since, int count) {}
