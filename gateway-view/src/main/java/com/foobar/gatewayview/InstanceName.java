package com.foobar.gatewayview;

import java.util.regex.Pattern;

/** The names of gateways, web servers and web-apps: 1 to 63 letters, digits, dots, dashes or underscores. */
public final class InstanceName {

    /** A regular expression for one name. */
    static final String REGEX = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private InstanceName() {}

    /** Returns whether the text is a valid name. */
    public static boolean isValid(String text) {
        return PATTERN.matcher(text).matches();
    }
}
