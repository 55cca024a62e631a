package com.foobar.web.text;

import java.util.regex.Pattern;

/** What a text may hold, whoever typed it and wherever it is shown. */
public final class TextRules {

    /**
     * Controls, halves of characters, what is no character, and what turns the direction of the text that follows it.
     */
    private static final String REFUSED = "\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";

    private static final Pattern NOT_IN_LINE = Pattern.compile("[" + REFUSED + "]");
    private static final Pattern NOT_IN_LINES = Pattern.compile("[" + REFUSED + "&&[^\n\t]]");

    /**
     * All but spaces, formats, marks without a letter, what fonts leave blank, and what is set aside for being ignored.
     */
    private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Mn}\\p{Me}"
            + "\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}\\x{2065}\\x{FFF0}-\\x{FFF8}\\x{1D159}\\x{E0000}-\\x{E0FFF}]");

    private TextRules() {}

    /** Whether a text is good where one line is typed: titles, names, addresses. */
    public static boolean isLine(String text) {
        return !NOT_IN_LINE.matcher(text).find();
    }

    /** Whether a text is good where many lines are typed: the same, but for tabs and the ends of lines. */
    public static boolean isLines(String text) {
        return !NOT_IN_LINES.matcher(text).find();
    }

    /** Whether a reader sees anything of a text. */
    public static boolean isVisible(String text) {
        return SEEN.matcher(text).find();
    }

    /** How many characters a text has, as the database's columns count them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
