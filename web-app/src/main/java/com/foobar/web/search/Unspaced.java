package com.foobar.web.search;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells the letters of scripts whose words have no spaces between them, and of Hangul, whose particles follow a word
 * without one.
 */
final class Unspaced {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.BOPOMOFO, UnicodeScript.HANGUL, UnicodeScript.YI, UnicodeScript.THAI,
            UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.TIBETAN, UnicodeScript.TAI_LE,
            UnicodeScript.NEW_TAI_LUE, UnicodeScript.TAI_THAM, UnicodeScript.TAI_VIET, UnicodeScript.JAVANESE,
            UnicodeScript.BALINESE);

    /** Belongs to both scripts of Japanese, and so to neither. */
    private static final int PROLONGED_SOUND = 'ー';

    private static final int FIRST_KATAKANA = 'ァ';
    private static final int LAST_KATAKANA = 'ヶ';
    private static final int TO_HIRAGANA = 'ァ' - 'ぁ';

    private Unspaced() {}

    static boolean letter(int character) {
        return character == PROLONGED_SOUND || (written(character) && SCRIPTS.contains(UnicodeScript.of(character)));
    }

    /** Whether a character is no punctuation. */
    private static boolean written(int character) {
        return Character.isLetterOrDigit(character) || Characters.mark(character)
                || Character.getType(character) == Character.LETTER_NUMBER;
    }

    static boolean ideograph(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    /** Hiragana for Katakana: the database's collation takes them for the same, too. */
    static int fold(int character) {
        return character >= FIRST_KATAKANA && character <= LAST_KATAKANA ? character - TO_HIRAGANA : character;
    }
}
