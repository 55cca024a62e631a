package com.foobar.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * What stands in the index for a text in scripts without spaces, and what is looked for there. A text is indexed by
 * each three letters that follow each other, so that any word of it is found by its letters in a row, with no
 * dictionary that would have to know it.
 */
public final class Terms {

    /** What one search looks for at most, since each is looked up for itself. */
    static final int MOST = 20;

    private static final int GRAM = 3;

    /** A Chinese phrase, which is longer than a word. */
    private static final int PHRASE = 5;

    private Terms() {}

    /** Whether a text may have terms. */
    static boolean any(String text) {
        return text.codePoints().anyMatch(Unspaced::letter);
    }

    /** Of a text; empty where all of it is in scripts with spaces, since that has an index already. */
    public static String of(String text) {
        StringJoiner terms = new StringJoiner(" ");
        for (Stretch stretch : Stretch.of(text)) {
            if (stretch.unspaced()) {
                // The last two of a stretch begin fewer.
                grams(stretch.letters(), stretch.letters().size()).forEach(terms::add);
            } else if (stretch.touching()) {
                // The other index takes it for a part of one long word.
                terms.add(stretch.text());
            }
        }
        return terms.toString();
    }

    /**
     * What finds any of the words in a text in the index, in the form of a full-text search in boolean mode; empty
     * where there is none.
     *
     * @param typed any text
     * @param words so many are looked for at most
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
     * Never in the form of a phrase: a database reads each text that may have it, which takes MariaDB half a minute for
     * many.
     */
    private static String lookingFor(List<Integer> letters) {
        int length = letters.size();
        if (length < GRAM) {
            return Gram.of(letters) + '*';
        }
        if (length >= PHRASE && letters.stream().allMatch(Unspaced::ideograph)) {
            // Several words in a row: the text may have others between them.
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
