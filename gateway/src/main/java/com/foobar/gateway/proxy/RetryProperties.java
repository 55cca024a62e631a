package com.foobar.gateway.proxy;

import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

import com.foobar.gateway.settings.Require;

/**
 * Sets when a request that one server failed goes to another server.
 *
 * @param attempts the most servers that get one request; 1 for no retries
 * @param statuses the statuses, from 500 to 599, after which a request that is safe to repeat is retried
 * @param budget the retries allowed, in percent of the requests of the last seconds; from 0 to 100
 * @param minPerSecond the retries per second that are allowed even with few requests; not negative
 */
public record RetryProperties(@DefaultValue("3") int attempts,
        @DefaultValue( {
                "500", "502", "503", "504" }) Set<Integer> statuses,
        @DefaultValue("20") int budget,
        @DefaultValue("10") int minPerSecond){

    public RetryProperties {
        statuses = Set.copyOf(statuses);
        Require.atLeastOne("retry.attempts", attempts);
        Require.that(statuses.stream().allMatch(status -> status >= 500 && status <= 599),
                "retry.statuses must be from 500 to 599, but are " + statuses);
        Require.that(budget >= 0 && budget <= 100, "retry.budget is in percent, from 0 to 100, but is " + budget);
        Require.that(minPerSecond >= 0, "retry.min-per-second must not be negative");
    }
}
