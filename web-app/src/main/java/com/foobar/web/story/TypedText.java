package com.foobar.web.story;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What someone typed, without what neither a page nor an XML document can show. */
final class TypedText {

    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\n\t]]");
    private static final Pattern LEADING_BLANK_LINES = Pattern.compile("\\A[ \t\n]*\n");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TypedText() {}

    /** On one line, without spaces around it. */
    static String line(@Nullable String typed) {
        return SPACES.matcher(lines(typed)).replaceAll(" ").strip();
    }

    /** Without blank lines around it; the first line keeps its indentation, which means something in Markdown. */
    static String lines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = UNSHOWABLE.matcher(LINE_END.matcher(typed).replaceAll("\n")).replaceAll("");
        return LEADING_BLANK_LINES.matcher(text).replaceFirst("").stripTrailing();
    }
}
