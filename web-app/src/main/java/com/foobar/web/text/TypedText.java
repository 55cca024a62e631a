package com.foobar.web.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Cleans typed text: removes characters that neither a page nor an XML document can show. {@link TextRules} then checks
 * that nothing else remains that is not allowed.
 */
public final class TypedText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\\x85\\u2028\\u2029]");
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\n\t]]");
    private static final Pattern LEADING_BLANK_LINES = Pattern.compile("\\A[ \t\n]*\n");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypedText() {}

    /**
     * Returns the text on one line, without spaces around it, and in Unicode normalization form NFC, so that equal
     * letters compare as equal; empty for null.
     */
    public static String line(@Nullable String typed) {
        return Normalizer.normalize(SPACES.matcher(lines(typed)).replaceAll(" ").strip(), Normalizer.Form.NFC);
    }

    /**
     * Returns the text without blank lines around it, with a line feed at the end of each line but the last; empty for
     * null. The first line keeps its indentation, because it has a meaning in Markdown.
     */
    public static String lines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = UNSHOWABLE.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
        return LEADING_BLANK_LINES.matcher(text).replaceFirst("").stripTrailing();
    }
}
