package com.foobar.web.account;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

/** Where someone goes on after signing in: a page of this site and of no other, whatever an address asked for. */
final class LocalPath {

    static final String HOME = "/";

    private static final int LONGEST = 1_000;

    private LocalPath() {}

    /** The path with its query where it is one of this site, and the home page otherwise. */
    static String of(@Nullable String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    private static boolean isLocal(String path) {
        // Browsers take a backslash for a slash, and two slashes for the beginning of a host.
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
