package com.foobar.web.account;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/**
 * Finds the page that a user sees after signing in. It is always a page of this site, whatever the request asked for.
 */
final class LocalPath {

    static final String HOME = "/";

    private static final int LONGEST = 1_000;

    private LocalPath() {}

    /** Returns the given path with its query if it belongs to this site, otherwise the home page. */
    static String of(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    private static boolean isLocal(String path) {
        // Browsers treat a backslash like a slash, and two slashes as the beginning of a host name.
        if (path.length() > LONGEST || !path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
