package com.foobar.web.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Decides which usernames are allowed. They are part of addresses, and upper case and lower case are the same. */
final class Usernames {

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z][a-z0-9_-]{2,29}");

    /** Names that look like the site's own, or like one of its pages. */
    private static final Set<String> RESERVED = Set.of("about", "abuse", "account", "actuator", "admin",
            "administrator",
            "anonymous", "api", "assets", "author", "authors", "contact", "deleted", "drafts", "error", "everyone",
            "feed",
            "foobar", "foobar-com", "help", "home", "hostmaster", "infrastructure", "info", "moderator", "new", "null",
            "official", "owner", "postmaster", "privacy", "robots", "root", "search", "security", "settings", "sign-in",
            "sign-out", "sign-up", "sitemap", "staff", "stories", "story", "support", "system", "tag", "tags", "team",
            "terms", "undefined", "user", "username", "webmaster", "www");

    private Usernames() {}

    /** Returns the name as it is stored; an empty text for null. */
    static String normalized(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a name has the format of a username. */
    static boolean isWellFormed(String normalized) {
        return WELL_FORMED.matcher(normalized).matches();
    }

    /** Returns why a new account cannot have the name, as a sentence; null if it can. */
    static @Nullable String problem(String normalized) {
        if (!isWellFormed(normalized)) {
            return "A username has 3 to 30 letters (a to z), digits, dashes and underscores, and begins with a letter.";
        }
        return RESERVED.contains(normalized) ? "This username is reserved: choose another." : null;
    }
}
