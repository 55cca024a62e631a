package com.foobar.web.story;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** What the buttons of the editor ask for. */
enum EditorAction {
    PUBLISH, DRAFT, PREVIEW;

    /** Reads a button's value; any other is a bad request. */
    @Component
    static class FromText implements Converter<String, EditorAction> {

        @Override
        public EditorAction convert(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
