package com.foobar.gateway.admission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/** The paths that are not found from outside, however they are written. */
public final class HiddenPaths {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final List<String> paths;

    public HiddenPaths(List<String> paths) {
        this.paths = paths;
    }

    /** Whether this request target, in origin form, leads to one of them or below. */
    public boolean hide(String target) {
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        if (path.indexOf('%') >= 0 || path.contains("//") || path.contains("/.")) {
            path = normalise(path);
        }
        for (String hidden : paths) {
            if (path.startsWith(hidden)
                    && (path.length() == hidden.length() || path.charAt(hidden.length()) == '/'
                            || path.charAt(hidden.length()) == ';')) {
                return true;
            }
        }
        return false;
    }

    private static String normalise(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return StringUtils.cleanPath(SLASHES.matcher(decoded).replaceAll("/"));
        } catch (IllegalArgumentException e) {
            // Not a valid escape, so the server behind cannot read it as a hidden path either.
            return path;
        }
    }
}
