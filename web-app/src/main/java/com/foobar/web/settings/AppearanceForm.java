package com.foobar.web.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.foobar.web.account.Preferences;
import com.foobar.web.account.Theme;

/** The form for the preferences of a reader, as typed; a field that was not sent is null. */
record AppearanceForm(@Nullable String theme, @Nullable String timeZone, @Nullable String pageSize) {

    /** The time zones to choose from: those with a region and a city, and UTC. */
    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC") || (zone.contains("/") && !zone.startsWith("Etc/")
                    && !zone.startsWith("SystemV/")))
            .sorted().toList();

    static AppearanceForm of(Preferences preferences) {
        return new AppearanceForm(preferences.theme().code(), preferences.timeZone().getId(),
                String.valueOf(preferences.pageSize()));
    }

    /** Returns the preferences; empty if a field is invalid, and then the field's error is in the result. */
    Optional<Preferences> preferences(BindingResult result) {
        Optional<Theme> chosenTheme = Theme.of(theme);
        if (chosenTheme.isEmpty()) {
            result.rejectValue("theme", "rejected", "Choose one of the themes.");
        }
        String zone = timeZone == null ? "" : timeZone.strip();
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            result.rejectValue("timeZone", "rejected", "Choose a zone of the list, such as Europe/Paris.");
        }
        int size = size();
        if (size < Preferences.LEAST_PAGE_SIZE || size > Preferences.MOST_PAGE_SIZE) {
            result.rejectValue("pageSize", "rejected", "A page shows %d to %d items."
                    .formatted(Preferences.LEAST_PAGE_SIZE, Preferences.MOST_PAGE_SIZE));
        }
        return result.hasErrors() ? Optional.empty()
                : chosenTheme.map(good -> new Preferences(good, ZoneId.of(zone), size));
    }

    private int size() {
        try {
            return pageSize == null ? 0 : Integer.parseInt(pageSize.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
