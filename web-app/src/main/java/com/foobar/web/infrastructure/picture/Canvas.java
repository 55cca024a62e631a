package com.foobar.web.infrastructure.picture;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.picture.Picture.Band;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Card;
import com.foobar.web.infrastructure.picture.Picture.Card.Kind;

/** Collects what has been drawn, and knows how far down the drawing has come. */
final class Canvas {

    /**
     * A part with its place in the picture.
     *
     * @param entry the box at which lines from above end
     * @param exit the box at which lines to parts below begin
     * @param onWay whether the request passed the part
     */
    record Placed<T>(T part, Box entry, Box exit, boolean onWay) {}

    static final int TWO_LINES = 64;
    static final int THREE_LINES = 86;
    static final int PADDING = 16;

    /** The space between the left or right edge of a part and its words. */
    private static final int INDENT = 12;
    /** The width of the symbol before the words of a state. */
    private static final int GLYPH = 19;
    /** The space between two tiers, in which the lines run. */
    private static final int GAP = 46;

    private final Format format;
    private final List<Band> bands = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private int y;

    Canvas(Format format) {
        this.format = format;
    }

    Format format() {
        return format;
    }

    List<Band> bands() {
        return bands;
    }

    List<Card> cards() {
        return cards;
    }

    /** Returns the y coordinate at which the next part begins. */
    int y() {
        return y;
    }

    void moveTo(int below) {
        y = below;
    }

    void leaveGap() {
        y += GAP;
    }

    /**
     * Draws the band of a tier behind its parts, and moves below it.
     *
     * @param top the y coordinate at which the parts began
     */
    void band(int top, String name, String about) {
        bands.add(new Band(new Box(0, top - PADDING, format.width, y + 2 * PADDING - top), name, about));
        y += 2 * PADDING + GAP;
    }

    void card(Kind kind, Box box, String title, @Nullable StatusStyle look, @Nullable String detail, boolean onWay) {
        int room = box.width() - 2 * INDENT;
        StatusStyle fitting = look == null ? null
                : new StatusStyle(look.tone(), Phrases.fit(look.text(), (room - GLYPH) / format.smallLetter));
        double detailLetter = kind == Kind.DATABASE ? format.largeLetter : format.smallLetter;
        cards.add(new Card(kind, box, Phrases.fit(title, room / format.largeLetter), title, fitting,
                detail == null ? null : Phrases.fit(detail, room / detailLetter), onWay));
    }

    int height() {
        return bands.isEmpty() ? y : bands.getLast().box().bottom();
    }
}
