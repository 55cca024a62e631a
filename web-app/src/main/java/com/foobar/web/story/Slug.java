package com.foobar.web.story;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes readable addresses from titles, and random addresses for drafts. */
final class Slug {

    static final int LENGTH = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");
    private static final String OF_NOTHING = "story";
    /** Not available as a story's address: another page has this path. */
    private static final String RESERVED = "new";
    private static final int COUNTED = 5;
    private static final String OF_DRAFTS = "draft-";
    private static final int SECRET_BYTES = 16;
    private static final Pattern OF_A_DRAFT = Pattern.compile(OF_DRAFTS + "[0-9a-f]{" + 2 * SECRET_BYTES + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The addresses that the column can hold. A database server may report an error if the column is compared with any
     * other text.
     */
    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9-]{1,100}");

    private Slug() {}

    /** Returns whether the text can be the address of a story. */
    static boolean isWellFormed(String address) {
        return WELL_FORMED.matcher(address).matches();
    }

    /** Returns a random address, which says nothing about the draft and which nobody can guess. */
    static String ofDraft() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return OF_DRAFTS + HexFormat.of().formatHex(secret);
    }

    /** Returns whether the address has the form of a draft's random address. */
    static boolean isOfDraft(String slug) {
        return OF_A_DRAFT.matcher(slug).matches();
    }

    /**
     * Returns the title in lower-case ASCII letters and digits with hyphens between words, cut at the end of a word;
     * {@code "story"} if the title has no such characters.
     */
    static String of(String title) {
        String plain = MARKS.matcher(Normalizer.normalize(spellOut(title.toLowerCase(Locale.ROOT)),
                Normalizer.Form.NFKD)).replaceAll("");
        String slug = OUTER_HYPHENS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        return slug.isEmpty() ? OF_NOTHING : cut(slug);
    }

    /** Replaces letters of European alphabets that Unicode normalization does not split into a letter and a mark. */
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
     * Returns the addresses that a story may have for a title, best first: the title's own address, then numbered
     * addresses, then addresses with the story's identifier, which another story is unlikely to have.
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
