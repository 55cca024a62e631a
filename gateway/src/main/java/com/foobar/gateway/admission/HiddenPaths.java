package com.foobar.gateway.admission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.util.StringUtils;

/**
 * Hides paths from the outside, however a client writes them: with escapes, repeated slashes or dot segments, or with a
 * path parameter behind them.
 */
public final class HiddenPaths {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final List<String> paths;

    /**
     * Creates the check for these paths.
     *
     * @param paths the hidden paths, each beginning with a slash; a slash at the end has no meaning
     */
    public HiddenPaths(List<String> paths) {
        this.paths = paths.stream().map(path -> StringUtils.trimTrailingCharacter(path, '/')).toList();
    }

    /**
     * Returns whether a request target leads to a hidden path or to a path below it.
     *
     * @param target the path and the optional query, beginning with a slash
     */
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
            // An escape is not valid, so the server cannot read this as a hidden path either.
            return path;
        }
    }
}
