package com.foobar.web.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What someone typed, without what neither a page nor an XML document can show; {@link TextRules} says what must not
 * remain.
 */
public final class TypedText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\\x85\\u2028\\u2029]");
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\n\t]]");
    private static final Pattern LEADING_BLANK_LINES = Pattern.compile("\\A[ \t\n]*\n");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypedText() {}

    /** On one line, without spaces around it, and with each letter in the one form that is compared (NFC). */
    public static String line(@Nullable String typed) {
        return Normalizer.normalize(SPACES.matcher(lines(typed)).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /** Without blank lines around it; the first line keeps its indentation, which means something in Markdown. */
    public static String lines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = UNSHOWABLE.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
        return LEADING_BLANK_LINES.matcher(text).replaceFirst("").stripTrailing();
    }
}
