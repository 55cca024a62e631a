package com.foobar.web.paging;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets controllers take cursors as parameters; any other text is a bad request. */
@Component
class CursorConverter implements Converter<String, Cursor> {

    @Override
    public Cursor convert(String text) {
        return Cursor.parse(text);
    }
}
