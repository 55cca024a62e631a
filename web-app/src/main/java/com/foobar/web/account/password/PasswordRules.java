package com.foobar.web.account.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Decides which passwords are good enough: long passwords that attackers do not guess first (NIST SP 800-63B). */
public final class PasswordRules {

    /** Minimum length, in code points. */
    public static final int SHORTEST = 10;
    /** Maximum length, in code points. */
    public static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** Returns the rule that a password breaks, as a sentence; null if the password is good enough. */
    public static @Nullable String problem(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return "A password has at least " + SHORTEST + " characters.";
        }
        if (length > LONGEST) {
            return "A password has at most " + LONGEST + " characters.";
        }
        String folded = password.toLowerCase(Locale.ROOT);
        if (folded.equals(username.toLowerCase(Locale.ROOT))) {
            return "The password may not be the username.";
        }
        if (COMMON.contains(folded) || folded.chars().distinct().count() == 1) {
            return "This password is among the first that others would guess: choose another.";
        }
        return null;
    }

    private static Set<String> common() {
        try (InputStream list = Objects
                .requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
