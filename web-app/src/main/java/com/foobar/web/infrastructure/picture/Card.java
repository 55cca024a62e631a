package com.foobar.web.infrastructure.picture;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A part of the infrastructure.
 *
 * @param title its name, as far as there is room
 * @param fullTitle its name
 * @param look its state, or null where it has none
 * @param detail a third line, or null
 * @param onWay whether the request passed it
 */
public record Card(Kind kind, Box box, String title, String fullTitle, @Nullable StatusStyle look,
        @Nullable String detail,
        boolean onWay) {

    /** What it is. */
    public enum Kind {
        BROWSER, GATEWAY, SERVER, PART, DATABASE
    }

    /** The names of its styles. */
    public String style() {
        return "card card-" + kind.name().toLowerCase(Locale.ROOT) + (onWay ? " on-way" : "")
                + (look == null ? "" : " " + look.tone().style());
    }
}
