package com.foobar.web.story;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes readable addresses of titles, and unreadable ones for drafts. */
final class Slug {

    static final int LENGTH = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");
    private static final String OF_NOTHING = "story";
    /** What is a page of its own at this place. */
    private static final String RESERVED = "new";
    private static final int COUNTED = 5;
    private static final String OF_DRAFTS = "draft-";
    private static final int SECRET_BYTES = 16;
    private static final Pattern OF_A_DRAFT = Pattern.compile(OF_DRAFTS + "[0-9a-f]{" + 2 * SECRET_BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What the column can hold; a server may fail to compare it with anything else. */
    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9-]{1,100}");

    private Slug() {}

    /** Whether any story could have the address. */
    static boolean isWellFormed(String address) {
        return WELL_FORMED.matcher(address).matches();
    }

    /** An address that says nothing of what is there, and that nobody can guess. */
    static String ofDraft() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return OF_DRAFTS + HexFormat.of().formatHex(secret);
    }

    /** Whether the address says nothing of what is there. */
    static boolean isOfDraft(String slug) {
        return OF_A_DRAFT.matcher(slug).matches();
    }

    /** The title in lower-case ASCII with hyphens, cut at a word's end. */
    static String of(String title) {
        String plain = MARKS.matcher(Normalizer.normalize(spellOut(title.toLowerCase(Locale.ROOT)),
                Normalizer.Form.NFKD)).replaceAll("");
        String slug = OUTER_HYPHENS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        return slug.isEmpty() ? OF_NOTHING : cut(slug);
    }

    /** Letters of European alphabets that are no other letter with a mark. */
    private static String spellOut(String text) {
        return text.replace("ß", "ss").replace("æ", "ae").replace("œ", "oe").replace("ø", "o").replace("ð", "d")
                .replace("þ", "th").replace("ł", "l").replace("đ", "d").replace("ı", "i");
    }

    private static String cut(String slug) {
        if (slug.length() <= LENGTH) {
            return slug;
        }
        int end = slug.lastIndexOf('-', LENGTH);
        return slug.substring(0, end > 0 ? end : LENGTH);
    }

    /**
     * The addresses that a story may have for a title, best first: the title's own, then counted ones, then ones with
     * the story's identifier, which others hardly have.
     */
    static List<String> candidates(String title, long storyId) {
        String slug = of(title);
        ArrayList<String> candidates = new ArrayList<>();
        if (!slug.equals(RESERVED)) {
            candidates.add(slug);
        }
        for (int i = 2; i <= COUNTED; i++) {
            candidates.add(slug + "-" + i);
        }
        String withId = slug + "-" + Long.toString(storyId, Character.MAX_RADIX);
        candidates.add(withId);
        for (int i = 2; i <= COUNTED; i++) {
            candidates.add(withId + "-" + i);
        }
        return candidates;
    }
}
