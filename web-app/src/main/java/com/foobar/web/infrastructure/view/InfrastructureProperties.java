package com.foobar.web.infrastructure.view;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what a gateway said is believed.
 *
 * @param silentAfter how long nothing is heard of a gateway before it is shown as silent; several intervals of its
 *            checks
 * @param forgetAfter how long before it is no longer shown
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
