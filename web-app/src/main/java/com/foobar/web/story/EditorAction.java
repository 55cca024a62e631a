package com.foobar.web.story;

import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** The actions of the editor's buttons. */
enum EditorAction {
    PUBLISH, DRAFT, PREVIEW;

    /** Converts a button's value to its action; any other value is a bad request. */
    @Component
    static class FromText implements Converter<String, EditorAction> {

        @Override
        public EditorAction convert(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
