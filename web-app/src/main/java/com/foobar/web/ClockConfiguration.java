package com.foobar.web;

import java.time.Clock;
import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Provides the clock for the times that the site stores and compares. It ticks in microseconds, because the columns of
 * the database store microseconds: so a time is the same before it is stored and after it was read.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Duration TICK = Duration.ofNanos(1_000);

    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), TICK);
    }
}
