package com.foobar.web.markdown;

import java.util.function.Consumer;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Turns images into links, and limits the total length of all destinations: thousands of links can refer to one
 * definition, and would write its destination thousands of times into a page.
 */
final class Links extends AbstractVisitor {

    /**
     * The most characters of all destinations together: twice what the longest story could have if it contained each
     * destination itself.
     */
    private static final int DESTINATIONS = 100_000;

    private int used;
    private int open;

    @Override
    public void visit(Link link) {
        link.setTitle(null);
        open++;
        visitChildren(link);
        open--;
        if (exceeds(link.getDestination())) {
            unwrap(link);
        }
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        if (image.getFirstChild() == null) {
            image.appendChild(new Text("image"));
        }
        if (open > 0 || exceeds(image.getDestination())) {
            unwrap(image);
        } else {
            Link link = new Link(image.getDestination(), null);
            image.insertBefore(link);
            moveChildren(image, link::appendChild);
            image.unlink();
        }
    }

    private boolean exceeds(String destination) {
        used += destination.length();
        return used > DESTINATIONS;
    }

    private static void unwrap(Node node) {
        moveChildren(node, node::insertBefore);
        node.unlink();
    }

    private static void moveChildren(Node from, Consumer<Node> to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.accept(child);
        }
    }
}
