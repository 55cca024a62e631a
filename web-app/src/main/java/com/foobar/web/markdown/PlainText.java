package com.foobar.web.markdown;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Collects all text that a reader sees, with an empty line after each block, line of code, table cell and hard line
 * break.
 */
final class PlainText extends AbstractVisitor {

    private static final String GAP = "\n\n";

    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Node document) {
        PlainText plain = new PlainText();
        document.accept(plain);
        return plain.text.toString();
    }

    private void visitBlock(Node block) {
        visitChildren(block);
        text.append(GAP);
    }

    private void literal(String lines) {
        text.append(lines.replace("\n", GAP)).append(GAP);
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        text.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append(GAP);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        literal(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        literal(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        literal(html.getLiteral());
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
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            visitBlock(node);
        } else {
            visitChildren(node);
        }
    }
}
