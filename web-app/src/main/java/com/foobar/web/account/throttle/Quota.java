package com.foobar.web.account.throttle;

/** How often one subject may try something. */
public record Quota(Subject subject, Limit limit) {}
