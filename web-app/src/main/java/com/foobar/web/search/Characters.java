package com.foobar.web.search;

/** What Unicode says of characters, as far as search asks. */
final class Characters {

    private static final int GRAPHEME_JOINER = 0x034F;

    private Characters() {}

    /** Whether a character adds to the one before it. */
    static boolean mark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Whether nobody sees a character: a soft hyphen, a space without width, the selector of a letter's variant. */
    static boolean unseen(int character) {
        return Character.getType(character) == Character.FORMAT || between(character, 0xFE00, 0xFE0F)
                || between(character, 0xE0100, 0xE01EF) || character == GRAPHEME_JOINER;
    }

    private static boolean between(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
