package com.foobar.gateway;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Describes in one sentence which setting stopped the start, and why. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final String PREFIX = "foobar.gateway";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (!cause.getName().toString().startsWith(PREFIX)) {
            return null;
        }
        return new FailureAnalysis(sentence(cause), "Correct the setting; docs/gateway.md lists them all.", cause);
    }

    private static String sentence(BindException cause) {
        UnboundConfigurationPropertiesException unknown = cause(cause,
                UnboundConfigurationPropertiesException.class);
        if (unknown != null) {
            return unknown.getUnboundProperties().stream().map(SettingsFailureAnalyzer::unknown)
                    .collect(Collectors.joining("\n"));
        }
        IllegalArgumentException bad = cause(cause, IllegalArgumentException.class);
        if (bad != null && bad.getMessage() != null && bad.getMessage().startsWith(PREFIX)) {
            return bad.getMessage();
        }
        ConfigurationProperty property = cause.getProperty();
        return property == null ? cause.getName() + " cannot be read as " + cause.getTarget().getType() + "."
                : "%s has the value '%s', which is not a %s%s.".formatted(property.getName(), property.getValue(),
                        kind(cause), origin(property));
    }

    private static String unknown(ConfigurationProperty property) {
        return "%s is not a setting of the gateway%s.".formatted(property.getName(), origin(property));
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }

    private static String kind(BindException cause) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        return type.isEnum() ? "choice of " + Arrays.toString(type.getEnumConstants())
                : type.getSimpleName();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
