package com.foobar.web.infrastructure.view;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the view of a gateway is used.
 *
 * @param silentAfter how long after its last check a gateway is shown as silent, at least 100 ms; choose several
 *            intervals of the gateways' checks
 * @param forgetAfter how long after its last check a gateway is no longer shown, at least as long as {@code
 *            silentAfter}
 */
@ConfigurationProperties("foobar.infrastructure")
@Validated
public record InfrastructureProperties(
        @DefaultValue("5s") @DurationMin(millis = 100, message = "must be at least 100 ms.") Duration silentAfter,
        @DefaultValue("5m") Duration forgetAfter) {

    @AssertTrue(message = "must have forget-after no shorter than silent-after.")
    boolean isForgottenAfterSilence() {
        return forgetAfter.compareTo(silentAfter) >= 0;
    }
}
