package com.foobar.web.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTextTests {

    @Test
    void aLineHasItsSpacesAndLettersInOneForm() {
        assertThat(TypedText.line("  E\u0301te\u0301\r\n\t\u2028 1\u0000 ")).isEqualTo("Été 1");
    }

    @Test
    void everyEndOfALineIsTheSame() {
        assertThat(TypedText.lines("a\r\nb\rc\u2028d\u0085e\u2029f")).isEqualTo("a\nb\nc\nd\ne\nf");
    }

    @Test
    void whatCannotBeShownIsLeftOut() {
        assertThat(TypedText.lines("a\u0000b\uD800c\uFFFF🐬\t")).isEqualTo("abc🐬");
        assertThat(TypedText.lines(null)).isEmpty();
    }
}
