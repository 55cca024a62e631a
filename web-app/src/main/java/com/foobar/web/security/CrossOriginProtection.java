package com.foobar.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

/**
 * Decides whether a request may change something, by headers that browsers set and that pages cannot change. This needs
 * neither a token nor a session. The rules are those of Go's {@code http.CrossOriginProtection}, after F. Valsorda,
 * "Cross-Site Request Forgery", 2025.
 */
final class CrossOriginProtection {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private CrossOriginProtection() {}

    /** Returns false if a browser sends a request that may change something for a page of another origin. */
    static boolean allows(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        // Browsers older than Sec-Fetch-Site send Origin with each POST. A request without both headers does not come
        // from a browser, and so it is no forgery.
        return origin == null || isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        try {
            URI uri = new URI(origin.toLowerCase(Locale.ROOT));
            return request.getScheme().equals(uri.getScheme())
                    && request.getServerName().toLowerCase(Locale.ROOT).equals(uri.getHost())
                    && request.getServerPort() == port(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
