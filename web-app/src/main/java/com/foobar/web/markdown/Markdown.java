package com.foobar.web.markdown;

import java.util.List;
import java.util.stream.Stream;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import org.springframework.stereotype.Component;

/**
 * Turns CommonMark with tables, strikethrough and bare links into HTML that a page can hold as it is. HTML in it is
 * shown as it was typed; images become links, since pages load nothing from elsewhere.
 */
@Component
public class Markdown {

    /** Far beyond what anyone means, and few enough for each walk over the parsed text. */
    private static final int DEEPEST_BLOCK = 40;
    private static final int DEEPEST_INLINE = 40;

    /** A story's title is the page's h1, and the comments below it stand under an h2. */
    private static final int BELOW_TITLE = 1;
    private static final int BELOW_SECTION = 2;

    /**
     * More than anyone reads. Each row is filled up to the width of the first, so that few characters could make
     * millions.
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

    /** A story's HTML, whose highest heading is an h2. */
    public String story(String markdown) {
        return html(markdown, BELOW_TITLE);
    }

    /** A comment's HTML, whose highest heading is an h3. */
    public String comment(String markdown) {
        return html(markdown, BELOW_SECTION);
    }

    /** The beginning of the text without its markup, at most {@value Excerpt#LENGTH} characters on one line. */
    public String excerpt(String markdown) {
        return Excerpt.of(parse(markdown));
    }

    /**
     * All of the text without its markup: a line end is a single one within a paragraph, and an empty line is between
     * blocks.
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

    /** Where tables have too many cells, alone or together, they stay the text that was typed. */
    private Node parse(String markdown) {
        try {
            Node document = parser.parse(markdown);
            return Cells.of(document) > MOST_CELLS_TOGETHER ? parserWithoutTables.parse(markdown) : document;
        } catch (IllegalArgumentException e) {
            // The parser's way to say that one table has more.
            return parserWithoutTables.parse(markdown);
        }
    }

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder().extensions(extensions).maxOpenBlockParsers(DEEPEST_BLOCK)
                .maxInlineNesting(DEEPEST_INLINE).build();
    }
}
