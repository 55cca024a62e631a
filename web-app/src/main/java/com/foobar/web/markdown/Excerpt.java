package com.foobar.web.markdown;

import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the words at the beginning of a text, without code blocks, until there are enough for an excerpt. */
final class Excerpt extends AbstractVisitor {

    static final int LENGTH = 300;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final char ELLIPSIS = '…';

    private final StringBuilder words = new StringBuilder();

    private Excerpt() {}

    static String of(Node document) {
        Excerpt excerpt = new Excerpt();
        document.accept(excerpt);
        return cut(SPACES.matcher(excerpt.words).replaceAll(" ").strip());
    }

    /** Cuts the text at the end of a word, unless the first word alone is too long. */
    private static String cut(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = text.lastIndexOf(' ', LENGTH - 1);
        if (end <= 0) {
            end = LENGTH - (Character.isHighSurrogate(text.charAt(LENGTH - 2)) ? 2 : 1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /**
     * Returns whether there are enough words: twice the length of an excerpt, because sequences of spaces are shortened
     * later. If a text is mostly spaces, its excerpt may be shorter than it could be.
     */
    private boolean isFull() {
        return words.length() > 2 * LENGTH;
    }

    private void append(String text) {
        if (!isFull()) {
            words.append(text);
        }
    }

    private void visitBlock(Node block) {
        if (!isFull()) {
            visitChildren(block);
            words.append(' ');
        }
    }

    @Override
    public void visit(Text text) {
        append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        append(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        append(" ");
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitBlock(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        visitBlock(heading);
    }

    @Override
    public void visit(CustomBlock block) {
        visitBlock(block);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        append(" ");
    }
}
