package com.foobar.web.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** Counts the cells of all tables of a text, including the empty cells that the parser adds to short rows. */
final class Cells extends AbstractVisitor {

    private int count;

    private Cells() {}

    static int of(Node document) {
        Cells cells = new Cells();
        document.accept(cells);
        return cells.count;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            count++;
        } else {
            visitChildren(node);
        }
    }
}
