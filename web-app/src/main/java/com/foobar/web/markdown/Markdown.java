package com.foobar.web.markdown;

import java.util.List;
import java.util.stream.Stream;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import org.springframework.stereotype.Component;

/**
 * Turns CommonMark with tables, strikethrough and bare links into HTML that is safe to insert into a page. HTML in the
 * text is shown as it was typed. Images become links, because pages load nothing from other sites.
 */
@Component
public class Markdown {

    /**
     * The deepest nesting: much deeper than people write, and not too deep for the recursive visitors of the parsed
     * text.
     */
    private static final int DEEPEST_BLOCK = 40;
    private static final int DEEPEST_INLINE = 40;

    /**
     * How many levels headings are lowered: a story's title is the page's h1, and the comments below it stand under an
     * h2.
     */
    private static final int BELOW_TITLE = 1;
    private static final int BELOW_SECTION = 2;

    /**
     * The most cells of one table, and of all tables of a text: more than anyone reads. The parser fills up each row to
     * the width of the first row, so that few characters could make millions of cells.
     */
    private static final int MOST_CELLS = 2_000;
    private static final int MOST_CELLS_TOGETHER = 5_000;

    private static final List<Extension> WITHOUT_TABLES = List.of(AutolinkExtension.create(),
            StrikethroughExtension.create());
    private static final List<Extension> EXTENSIONS = Stream.concat(WITHOUT_TABLES.stream(),
            Stream.of(TablesExtension.builder().maxCells(MOST_CELLS).build())).toList();

    private final Parser parser = parser(EXTENSIONS);
    private final Parser parserWithoutTables = parser(WITHOUT_TABLES);
    private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    /** Returns a story's HTML, in which the highest heading is an h2. */
    public String story(String markdown) {
        return html(markdown, BELOW_TITLE);
    }

    /** Returns a comment's HTML, in which the highest heading is an h3. */
    public String comment(String markdown) {
        return html(markdown, BELOW_SECTION);
    }

    /**
     * Returns the beginning of the text without its markup and its code blocks, at most {@value Excerpt#LENGTH}
     * characters on one line.
     */
    public String excerpt(String markdown) {
        return Excerpt.of(parse(markdown));
    }

    /**
     * Returns the whole text without its markup. A line end within a paragraph is a single line feed, and an empty line
     * separates blocks.
     */
    public String plain(String markdown) {
        return PlainText.of(parse(markdown));
    }

    private String html(String markdown, int levels) {
        Node document = parse(markdown);
        document.accept(new Headings(levels));
        document.accept(new Links());
        return AllowList.apply(renderer.render(document));
    }

    /**
     * Parses a text. If one table or all tables together have too many cells, the tables stay the text that was typed.
     */
    private Node parse(String markdown) {
        try {
            Node document = parser.parse(markdown);
            return Cells.of(document) > MOST_CELLS_TOGETHER ? parserWithoutTables.parse(markdown) : document;
        } catch (IllegalArgumentException e) {
            // The parser throws this exception if one table has too many cells.
            return parserWithoutTables.parse(markdown);
        }
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder().extensions(extensions).maxOpenBlockParsers(DEEPEST_BLOCK)
                .maxInlineNesting(DEEPEST_INLINE).build();
    }

    /** Counts the cells of all tables of a text, including the empty cells that the parser adds to short rows. */
    private static final class Cells extends AbstractVisitor {

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
}
