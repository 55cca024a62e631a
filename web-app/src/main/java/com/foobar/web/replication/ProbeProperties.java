package com.foobar.web.replication;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the nodes are asked about themselves.
 *
 * @param interval
 *            from an answer to the next question
 * @param timeout
 *            how long a node may take before it counts as down
 */
@ConfigurationProperties("foobar.replication.probe")
@Validated
record ProbeProperties(
        @DefaultValue("500ms") @DurationMin(millis = 10, message = "must be at least 10 ms.") Duration interval,
        @DefaultValue("300ms") @DurationMin(millis = 10, message = "must be at least 10 ms.") Duration timeout) {}
