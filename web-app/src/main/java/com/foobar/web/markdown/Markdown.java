package com.foobar.web.markdown;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Turns CommonMark with tables, strikethrough and bare links into HTML that a page can hold as it is. HTML in it is shown as it was
 * typed; images become links, since pages load nothing from elsewhere.
 */
@Component
public class Markdown {

    /** Far beyond what anyone means, and few enough for each walk over the parsed text. */
    private static final int DEEPEST_BLOCK = 40;
    private static final int DEEPEST_INLINE = 40;

    /** A story's title is the page's h1, and the comments below it stand under an h2. */
    private static final int BELOW_TITLE = 1;
    private static final int BELOW_SECTION = 2;

    private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create(),
            StrikethroughExtension.create(),
            TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST_BLOCK)
            .maxInlineNesting(DEEPEST_INLINE).build();
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
        return Excerpt.of(parser.parse(markdown));
    }

    private String html(String markdown, int levels) {
        Node document = parser.parse(markdown);
        document.accept(new Headings(levels));
        document.accept(new Links());
        return AllowList.apply(renderer.render(document));
    }
}
