package com.foobar.web.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Which names an account may have; they stand in addresses, and upper case is the same as lower case. */
final class Usernames {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z][a-z0-9_-]{2,29}");

    /** Names that would pass for the site's own, or for one of its pages. */
    private static final Set<String> RESERVED = Set.of("about", "abuse", "account", "actuator", "admin",
            "administrator",
            "anonymous", "api", "assets", "author", "authors", "contact", "deleted", "drafts", "error", "everyone",
            "feed",
            "foobar", "foobar-com", "help", "home", "hostmaster", "infrastructure", "info", "moderator", "new", "null",
            "official", "owner", "postmaster", "privacy", "robots", "root", "search", "security", "settings", "sign-in",
            "sign-out", "sign-up", "sitemap", "staff", "stories", "story", "support", "system", "tag", "tags", "team",
            "terms", "undefined", "user", "username", "webmaster", "www");

    private Usernames() {}

    /** The name as it is kept. */
    static String normalized(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether any account could have the name. */
    static boolean isWellFormed(String normalized) {
        return WELL_FORMED.matcher(normalized).matches();
    }

    /** Why no new account may have the name, as a sentence, or null. */
    static @Nullable String problem(String normalized) {
        if (!isWellFormed(normalized)) {
            return "A username has 3 to 30 letters (a to z), digits, dashes and underscores, and begins with a letter.";
        }
        return RESERVED.contains(normalized) ? "This username is reserved: choose another." : null;
    }
}
