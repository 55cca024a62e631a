package com.foobar.web.infrastructure.picture;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A part of the infrastructure as a card in the picture.
 *
 * @param title the part's name, cut to the available space
 * @param fullTitle the part's whole name
 * @param look the part's state, or null if it has none
 * @param detail a third line, or null
 * @param onWay whether the request passed the part
 */
public record Card(Kind kind, Box box, String title, String fullTitle, @Nullable StatusStyle look,
        @Nullable String detail,
        boolean onWay) {

    /** The kind of a part. */
    public enum Kind {
        BROWSER, GATEWAY, SERVER, PART, DATABASE
    }

    /** Returns the CSS classes of the card. */
    public String style() {
        return "card card-" + kind.name().toLowerCase(Locale.ROOT) + (onWay ? " on-way" : "")
                + (look == null ? "" : " " + look.tone().style());
    }
}
