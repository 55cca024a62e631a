package com.foobar.web.infrastructure.picture;

import java.util.Locale;

/** A state as people see it: a tone and words. */
public record StatusStyle(Tone tone, String text) {

    /** How good a state is. Each tone has its own colour and its own shape. */
    public enum Tone {
        WELL("M0-5a5 5 0 1 1 0 10a5 5 0 1 1 0-10z"),
        CAUTION("M0-6l6.5 11h-13z"),
        PAUSED("M-5-5h3.5v10h-3.5zM1.5-5h3.5v10h-3.5z"),
        UNKNOWN("M0-5a5 5 0 1 1 0 10a5 5 0 1 1 0-10zm0 3a2 2 0 1 0 0 4a2 2 0 1 0 0-4z"),
        BROKEN("M-5.5-3.5l2-2l3.5 3.5l3.5-3.5l2 2l-3.5 3.5l3.5 3.5l-2 2l-3.5-3.5l-3.5 3.5l-2-2l3.5-3.5z");

        private final String shape;

        Tone(String shape) {
            this.shape = shape;
        }

        /** Returns the shape as an SVG path around the origin, 12 units wide. */
        public String shape() {
            return shape;
        }

        /** Returns the CSS class of the tone. */
        public String style() {
            return "tone-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
