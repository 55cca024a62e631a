package com.foobar.web.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How letters of scripts without spaces are written for the index: as what every database takes for a word that is
 * none. The underscore is in no word that a reader can look for, and each letter has as many digits as another, so that
 * one is never taken for the end of one and the beginning of the next.
 */
final class Gram {

    private static final int RADIX = 36;
    private static final int DIGITS = 4;

    private Gram() {}

    /** Letters that follow each other; what begins with them begins with this. */
    static String of(List<Integer> letters) {
        return letters.stream().map(Gram::digits).collect(Collectors.joining("", "_", ""));
    }

    private static String digits(int letter) {
        String digits = Integer.toString(letter, RADIX);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
