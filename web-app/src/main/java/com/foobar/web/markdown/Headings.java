package com.foobar.web.markdown;

import java.util.ArrayDeque;
import java.util.Deque;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/**
 * Lowers headings, so that they stand below those of the page around them, and each at most one level below the one
 * before it, whatever levels were typed: who hears a page moves by its outline.
 */
final class Headings extends AbstractVisitor {

    private static final int LOWEST = 6;

    private final int levels;

    /** The levels, as they were typed, of the headings that the present place is under. */
    private final Deque<Integer> above = new ArrayDeque<>();

    Headings(int levels) {
        this.levels = levels;
    }

    @Override
    public void visit(Heading heading) {
        while (!above.isEmpty() && above.getLast() >= heading.getLevel()) {
            above.removeLast();
        }
        above.addLast(heading.getLevel());
        heading.setLevel(Math.min(LOWEST, above.size() + levels));
        visitChildren(heading);
    }
}
