package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A limit in the settings.
 *
 * @param attempts at least 1; null for the default
 * @param window longer than zero; null for the default
 */
public record LimitSetting(@Nullable Integer attempts, @Nullable Duration window) {

    /**
     * Checks the values that are set.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public LimitSetting {
        // The message does not name the property; the binder adds the name.
        new Limit(attempts == null ? 1 : attempts, window == null ? Duration.ofSeconds(1) : window);
    }

    /**
     * Returns the limit of a setting; the parts that are not set come from the preset.
     *
     * @param setting null if nothing is set
     */
    public static Limit or(@Nullable LimitSetting setting, Limit preset) {
        return setting == null ? preset
                : new Limit(setting.attempts == null ? preset.attempts() : setting.attempts,
                        setting.window == null ? preset.window() : setting.window);
    }
}
