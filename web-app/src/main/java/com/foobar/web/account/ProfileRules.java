package com.foobar.web.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.foobar.web.text.TextRules;

/**
 * Decides what a profile may contain. The maximum lengths are the lengths of the database's columns, in code points.
 */
final class ProfileRules {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_BIOGRAPHY = 1_000;
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");

    private ProfileRules() {}

    static @Nullable String displayNameProblem(String name) {
        if (!TextRules.isVisible(name)) {
            return "Write the name that readers see.";
        }
        if (TextRules.length(name) > LONGEST_NAME) {
            return "A name has at most " + LONGEST_NAME + " characters.";
        }
        return TextRules.isLine(name) ? null : "A name may hold no characters that cannot be seen.";
    }

    static @Nullable String biographyProblem(String biography) {
        if (TextRules.length(biography) > LONGEST_BIOGRAPHY) {
            return "A biography has at most 1000 characters.";
        }
        return TextRules.isLines(biography) ? null
                : "A biography may hold no characters that cannot be seen and that turn the direction of the text.";
    }

    static @Nullable String emailProblem(String email) {
        if (email.isEmpty()) {
            return null;
        }
        return TextRules.length(email) <= LONGEST_EMAIL && TextRules.isLine(email) && EMAIL.matcher(email).matches()
                ? null
                : "This is not an e-mail address; it looks like name@example.com, or is left out.";
    }
}
