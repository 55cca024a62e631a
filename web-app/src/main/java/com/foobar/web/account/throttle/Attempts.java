package com.foobar.web.account.throttle;

import java.time.Instant;

/**
 * The attempts of a subject so far.
 *
 * @param since the time of the first counted attempt, the start of the window
 * @param count number of attempts since then
 */
record Attempts(Instant since, int count) {}
