package com.foobar.web.paging;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PageTests {

    private static final Instant TIME = Instant.parse("2026-11-25T10:15:30.123456Z");

    @Test
    void cursorIsReadAsItWasWritten() {
        Cursor cursor = new Cursor(TIME, 7);
        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(new Cursor(TIME.plusNanos(999), 7)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "%%%", "AAAA", "f________________________________________",
            "_____________________w",
            "f____________________w" })
    void whatIsNoCursorIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }

    @Test
    void pageThatHoldsAllThereIsHasNoNext() {
        assertThat(page(List.of()).next()).isNull();
        assertThat(page(List.of(9L, 8L)).next()).isNull();
    }

    @Test
    void pageThatHoldsNotAllSaysWhereItsLastItemStands() {
        Page<Long> page = page(List.of(9L, 8L, 7L));
        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(Cursor.parse(Objects.requireNonNull(page.next())).id()).isEqualTo(8);
    }

    private static Page<Long> page(List<Long> found) {
        return Page.of(found, 2, id -> new Cursor(TIME, id));
    }
}
