package com.foobar.web.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text with nothing between its letters.
 *
 * @param letters the code points in compatibility form (NFKC), so that a letter is the same in half and in full width;
 *            Katakana is folded to Hiragana
 * @param unspaced true if the letters are of a script without spaces, false if they are a word of another script or a
 *            number
 * @param touching whether a stretch of the other kind stands directly before or after this stretch
 */
record Stretch(List<Integer> letters, boolean unspaced, boolean touching) {

    private enum Kind {
        UNSPACED, WORD, NONE
    }

    Stretch {
        letters = List.copyOf(letters);
    }

    /**
     * Returns the stretches of a text in their order. A single line end between two letters of a script without spaces
     * does not end a stretch.
     */
    static List<Stretch> of(String text) {
        int[] characters = Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints()
                .filter(character -> !Characters.unseen(character)).toArray();
        ArrayList<Stretch> stretches = new ArrayList<>();
        ArrayList<Integer> letters = new ArrayList<>();
        Kind present = Kind.NONE;
        boolean touches = false;
        for (int i = 0; i < characters.length; i++) {
            Kind kind = kind(characters, i, present);
            if (kind != present) {
                boolean meets = present != Kind.NONE && kind != Kind.NONE;
                add(stretches, letters, present, touches || meets);
                letters.clear();
                touches = meets;
                present = kind;
            }
            if (kind != Kind.NONE && characters[i] != '\n') {
                letters.add(Unspaced.fold(characters[i]));
            }
        }
        add(stretches, letters, present, touches);
        return stretches;
    }

    private static void add(List<Stretch> stretches, List<Integer> letters, Kind kind, boolean touching) {
        if (kind != Kind.NONE) {
            stretches.add(new Stretch(letters, kind == Kind.UNSPACED, touching));
        }
    }

    private static Kind kind(int[] characters, int at, Kind before) {
        int character = characters[at];
        if (Unspaced.letter(character)) {
            return Kind.UNSPACED;
        }
        if (Characters.mark(character)) {
            return before;
        }
        if (Character.isLetterOrDigit(character)) {
            return Kind.WORD;
        }
        boolean goesOn = character == '\n' && before == Kind.UNSPACED && at + 1 < characters.length
                && Unspaced.letter(characters[at + 1]);
        return goesOn ? Kind.UNSPACED : Kind.NONE;
    }

    /** Returns the letters as text. */
    String text() {
        return letters.stream().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
