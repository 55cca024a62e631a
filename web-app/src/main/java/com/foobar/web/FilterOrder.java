package com.foobar.web;

import org.springframework.core.Ordered;

/**
 * The order of the site's own servlet filters, from the first to the last that a request passes. No two are equal,
 * because the order of equal filters is left to chance. Spring's filters for the encoding and for the metrics of
 * requests come before {@link #GATEWAY_VIEW}, and Spring Security comes after {@link #BODY_BUDGET}.
 */
public final class FilterOrder {

    /**
     * With Spring's filter for the encoding before all others, in either order, so that all that is logged about a
     * request has the request's id.
     */
    public static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;

    /** Early, so that a health check tells of its gateway even if a later filter refuses the check. */
    public static final int GATEWAY_VIEW = Ordered.HIGHEST_PRECEDENCE + 2;

    /** Before all filters that may refuse a request, because refusals name the instance too. */
    public static final int SERVED_BY = Ordered.HIGHEST_PRECEDENCE + 3;

    /** Before all filters that may refuse a request, because refusals are logged too. */
    public static final int ACCESS_LOG = Ordered.HIGHEST_PRECEDENCE + 4;

    /** Before all filters that may refuse or fail, because it makes their refusals and failures problems of the API. */
    public static final int PROBLEM = Ordered.HIGHEST_PRECEDENCE + 5;

    /** After {@link #PROBLEM}, whose response turns the error pages of later filters into problems of the API. */
    public static final int CLIENT_FAULT = Ordered.HIGHEST_PRECEDENCE + 6;

    /** Before the filters that refuse requests, because error pages have the security headers too. */
    public static final int SECURITY_HEADERS = Ordered.HIGHEST_PRECEDENCE + 7;

    /** Before {@link #BODY_BUDGET}, because a request that is refused needs no memory for its body. */
    public static final int CROSS_ORIGIN = Ordered.HIGHEST_PRECEDENCE + 8;

    /** Before all filters that read a body, Spring's own included. */
    public static final int BODY_BUDGET = Ordered.HIGHEST_PRECEDENCE + 9;

    /**
     * Before the filter of the routing alone, which sets a cookie after the page is made: no page is flushed before
     * that.
     */
    public static final int WHOLE_PAGE = Ordered.LOWEST_PRECEDENCE - 1;

    private FilterOrder() {}
}
