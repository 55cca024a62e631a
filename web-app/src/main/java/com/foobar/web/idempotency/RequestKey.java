package com.foobar.web.idempotency;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An idempotency key: a client sends it with a request, so that the site recognises the same request when it comes
 * again. A key is valid within one account only; two accounts may use the same text.
 *
 * @param text 1 to {@value #LONGEST} printable ASCII characters
 */
public record RequestKey(String text) {

    /** Maximum length of a key, in characters. */
    public static final int LONGEST = 255;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern OF_A_FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x20-\\x7E]{1," + LONGEST + "}");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is empty, too long or has other characters
     */
    public RequestKey {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST + " printable ASCII characters.");
        }
    }

    /**
     * Creates a random key for a form. The key is stored only when somebody sends the form and the request makes
     * something.
     */
    public static RequestKey generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RequestKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Returns the key that was sent with a form, or null if the form has no key or not a key as {@link #generate} makes
     * it.
     */
    public static @Nullable RequestKey ofForm(@Nullable String sent) {
        return sent != null && OF_A_FORM.matcher(sent).matches() ? new RequestKey(sent) : null;
    }
}
