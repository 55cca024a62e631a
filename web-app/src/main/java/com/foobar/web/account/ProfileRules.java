package com.foobar.web.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a profile may say; the lengths are those of the database's columns, in code points. */
final class ProfileRules {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_BIOGRAPHY = 1_000;
    private static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
    /** Control characters, and those that turn the direction of all the text that follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private ProfileRules() {}

    static @Nullable String displayNameProblem(String name) {
        if (name.isEmpty()) {
            return "Write the name that readers see.";
        }
        if (length(name) > LONGEST_NAME) {
            return "A name has at most " + LONGEST_NAME + " characters.";
        }
        return UNSEEN.matcher(name).find() ? "A name may hold no characters that cannot be seen." : null;
    }

    static @Nullable String biographyProblem(String biography) {
        return length(biography) > LONGEST_BIOGRAPHY ? "A biography has at most 1000 characters." : null;
    }

    static @Nullable String emailProblem(String email) {
        if (email.isEmpty()) {
            return null;
        }
        return length(email) <= LONGEST_EMAIL && EMAIL.matcher(email).matches() ? null
                : "This is not an e-mail address; it looks like name@example.com, or is left out.";
    }

    /** What was typed, without the spaces around it. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
