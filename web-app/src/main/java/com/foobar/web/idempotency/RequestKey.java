package com.foobar.web.idempotency;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a client gives to a request so that the same request is recognised when it comes again. It counts within the
 * client's account alone.
 *
 * @param text 1 to {@value #LONGEST} printable ASCII characters
 */
public record RequestKey(String text) {

    public static final int LONGEST = 255;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final Pattern OF_A_FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern WELL_FORMED = Pattern.compile("[\\x20-\\x7E]{1," + LONGEST + "}");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException where it is no key
     */
    public RequestKey {
        if (!WELL_FORMED.matcher(text).matches()) {
            throw new IllegalArgumentException("A key has 1 to " + LONGEST + " printable ASCII characters.");
        }
    }

    /**
     * A key for a form that is about to be shown; nothing is stored of it until the form is sent and makes something.
     */
    public static RequestKey generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RequestKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key that a form came with, or null where it has none that this site has made. */
    public static @Nullable RequestKey ofForm(@Nullable String sent) {
        return sent != null && OF_A_FORM.matcher(sent).matches() ? new RequestKey(sent) : null;
    }
}
