package com.foobar.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Makes the index terms of texts in scripts without spaces, and the expressions that search for them. The index has
 * every three letters of a text that follow each other. So a search finds any word by its letters, and needs no
 * dictionary that would have to know the word.
 */
public final class Terms {

    /**
     * The most letters of scripts without spaces, and words of other scripts, that one search looks for: each makes a
     * lookup of its own.
     */
    static final int MOST = 20;

    private static final int GRAM = 3;

    /** So many Chinese characters or more are taken as a phrase of several words. */
    private static final int PHRASE = 5;

    private Terms() {}

    /** Returns whether a text may have terms. */
    static boolean any(String text) {
        return text.codePoints().anyMatch(Unspaced::letter);
    }

    /**
     * Returns the terms of a text, separated by spaces; empty if the whole text is in scripts with spaces, which the
     * other index covers.
     */
    public static String of(String text) {
        StringJoiner terms = new StringJoiner(" ");
        for (Stretch stretch : Stretch.of(text)) {
            if (stretch.unspaced()) {
                // The sequences that begin at the last two letters of a stretch are shorter.
                grams(stretch.letters(), stretch.letters().size()).forEach(terms::add);
            } else if (stretch.touching()) {
                // The other index takes this word and the letters beside it for one long word.
                terms.add(stretch.text());
            }
        }
        return terms.toString();
    }

    /**
     * Returns the full-text expression in boolean mode that finds any of the words in a text; empty if there is no
     * word.
     *
     * @param typed any text
     * @param words how many words are looked for at most
     */
    public static String lookingFor(String typed, int words) {
        ArrayList<String> found = new ArrayList<>();
        int left = MOST;
        for (Stretch stretch : Stretch.of(typed).stream().limit(words).toList()) {
            if (left > 0 && stretch.unspaced()) {
                List<Integer> letters = stretch.letters().subList(0, Math.min(stretch.letters().size(), left));
                found.add(lookingFor(letters));
                left -= letters.size();
            } else if (left > 0) {
                found.add(stretch.text());
                left--;
            }
        }
        return String.join(" ", found);
    }

    /**
     * Returns the expression for the letters of one stretch. It never has the form of a phrase: for a phrase, a
     * database reads each text that may contain it, which takes MariaDB half a minute if there are many.
     */
    private static String lookingFor(List<Integer> letters) {
        int length = letters.size();
        if (length < GRAM) {
            return Gram.of(letters) + '*';
        }
        if (length >= PHRASE && letters.stream().allMatch(Unspaced::ideograph)) {
            // These are several words, and a text may have other words between them: so each pair of letters is enough.
            ArrayList<String> pairs = new ArrayList<>();
            for (int i = 0; i < length; i += 2) {
                int begin = Math.min(i, length - 2);
                pairs.add(Gram.of(letters.subList(begin, begin + 2)) + '*');
            }
            return all(pairs);
        }
        return length == GRAM ? Gram.of(letters) : all(grams(letters, length - GRAM + 1));
    }

    private static String all(List<String> grams) {
        return "(+" + String.join(" +", grams) + ')';
    }

    private static List<String> grams(List<Integer> letters, int number) {
        return IntStream.range(0, number).mapToObj(i -> Gram.of(letters.subList(i, Math.min(i + GRAM, letters.size()))))
                .toList();
    }
}
