package com.foobar.web.search;

/** Tells the properties of Unicode characters that search needs. */
final class Characters {

    private static final int GRAPHEME_JOINER = 0x034F;

    private Characters() {}

    /** Returns whether a character is a mark, which belongs to the character before it. */
    static boolean mark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /**
     * Returns whether a character is invisible, such as a soft hyphen, a space without width, or a variation selector.
     */
    static boolean unseen(int character) {
        return Character.getType(character) == Character.FORMAT || between(character, 0xFE00, 0xFE0F)
                || between(character, 0xE0100, 0xE01EF) || character == GRAPHEME_JOINER;
    }

    private static boolean between(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
