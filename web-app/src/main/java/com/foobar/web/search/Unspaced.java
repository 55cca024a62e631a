package com.foobar.web.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Recognizes the letters of scripts that write words without spaces between them, and of Hangul, where particles follow
 * a word without a space.
 */
final class Unspaced {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO, UnicodeScript.HANGUL, UnicodeScript.YI, UnicodeScript.THAI,
            UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN, UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE, UnicodeScript.TAI_THAM, UnicodeScript.TAI_VIET, UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE);

    /** Japanese uses this sign in both of its scripts; Unicode assigns it to neither. */
    private static final int PROLONGED_SOUND = 'ー';

    private static final int FIRST_KATAKANA = 'ァ';
    private static final int LAST_KATAKANA = 'ヶ';
    private static final int TO_HIRAGANA = 'ァ' - 'ぁ';

    private Unspaced() {}

    static boolean letter(int character) {
        return character == PROLONGED_SOUND || (written(character) && SCRIPTS.contains(UnicodeScript.of(character)));
    }

    /** Returns whether a character is a letter, a digit or a mark, and not punctuation. */
    private static boolean written(int character) {
        return Character.isLetterOrDigit(character) || Characters.mark(character)
                || Character.getType(character) == Character.LETTER_NUMBER;
    }

    static boolean ideograph(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    /**
     * Returns the Hiragana letter for a Katakana letter, and any other character as it is. The database's collation
     * treats the two letters as equal, too.
     */
    static int fold(int character) {
        return character >= FIRST_KATAKANA && character <= LAST_KATAKANA ? character - TO_HIRAGANA : character;
    }
}
