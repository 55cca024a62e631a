package com.foobar.web.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/** Lowers headings, so that they stand below those of the page around them. */
final class Headings extends AbstractVisitor {

    private static final int LOWEST = 6;

    private final int levels;

    Headings(int levels) {
        this.levels = levels;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(LOWEST, heading.getLevel() + levels));
        visitChildren(heading);
    }
}
