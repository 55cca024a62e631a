package com.foobar.web.markdown;

import java.util.ArrayDeque;
import java.util.Deque;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/**
 * Lowers headings below those of the page around them. Each heading is at most one level below the heading before it,
 * whatever levels were typed, because people who use a screen reader navigate by this outline.
 */
final class Headings extends AbstractVisitor {

    private static final int LOWEST = 6;

    private final int levels;

    /** The levels, as they were typed, of the headings that the current position is under. */
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
