package com.foobar.web.api;

import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Theme;
import com.foobar.web.problem.ProblemException;

/** Preferences in requests and responses; members that a request left out are null. */
record PreferencesBody(
        @NotNull(message = MISSING) @Pattern(regexp = "system|light|dark",
                message = "A theme is one of system, light, dark.") String theme,
        @NotNull(message = MISSING) String timeZone,
        @NotNull(message = MISSING) @Min(value = Preferences.LEAST_PAGE_SIZE,
                message = PAGE) @Max(value = Preferences.MOST_PAGE_SIZE, message = PAGE) Integer pageSize) {

    private static final String MISSING = "This is missing.";
    private static final String PAGE = "A page has 5 to 50 items.";

    static PreferencesBody of(Preferences preferences) {
        return new PreferencesBody(preferences.theme().code(), preferences.timeZone().getId(), preferences.pageSize());
    }

    /**
     * Returns the preferences. Each field must be valid by its own constraints.
     *
     * @throws ProblemException if there is no such time zone
     */
    Preferences preferences() {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw ProblemException.invalid().withField("timeZone",
                    "This is no name of the IANA time zone database, such as Europe/London.");
        }
        return new Preferences(Theme.of(theme).orElseThrow(), ZoneId.of(timeZone), pageSize);
    }
}
