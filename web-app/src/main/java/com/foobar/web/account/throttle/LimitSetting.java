package com.foobar.web.account.throttle;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A limit as settings have it, or a part of one. */
public record LimitSetting(@Nullable Integer attempts, @Nullable Duration window) {

    /**
     * Checks what there is.
     *
     * @throws IllegalArgumentException where it is out of its range
     */
    public LimitSetting {
        // The binder says of which property the sentence is.
        new Limit(attempts == null ? 1 : attempts, window == null ? Duration.ofSeconds(1) : window);
    }

    /** The limit that is set, whose missing parts are those of a preset one. */
    public static Limit or(@Nullable LimitSetting setting, Limit preset) {
        return setting == null ? preset
                : new Limit(setting.attempts == null ? preset.attempts() : setting.attempts,
                        setting.window == null ? preset.window() : setting.window);
    }
}
