package com.foobar.web.text;

import java.util.regex.Pattern;

/** The rules of which characters a text may contain, the same for every text that people type. */
public final class TextRules {

    /**
     * Control characters, unpaired surrogates, noncharacters, line and paragraph separators, and characters that change
     * the direction of the text after them.
     */
    private static final String REFUSED = "\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF\\x{2028}\\x{2029}"
            + "\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";

    private static final Pattern NOT_IN_LINE = Pattern.compile("[" + REFUSED + "]");
    private static final Pattern NOT_IN_LINES = Pattern.compile("[" + REFUSED + "&&[^\n\t]]");

    /**
     * Every character except spaces, control and format characters, surrogates, marks that need a letter, characters
     * that fonts show as blank, and code points that Unicode sets aside to be ignored.
     */
    private static final Pattern SEEN = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Mn}\\p{Me}"
            + "\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}\\x{2065}\\x{FFF0}-\\x{FFF8}\\x{1D159}"
            + "\\x{E0000}-\\x{E0FFF}]");

    private TextRules() {}

    /** Returns whether a text is allowed where one line is typed: titles, names, addresses. */
    public static boolean isLine(String text) {
        return !NOT_IN_LINE.matcher(text).find();
    }

    /**
     * Returns whether a text is allowed where many lines are typed: the rules are the same, but tabs and line feeds are
     * allowed.
     */
    public static boolean isLines(String text) {
        return !NOT_IN_LINES.matcher(text).find();
    }

    /** Returns whether a reader sees anything of a text. */
    public static boolean isVisible(String text) {
        return SEEN.matcher(text).find();
    }

    /** Returns the number of code points of a text, which the database's columns count as characters. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
