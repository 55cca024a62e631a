package com.foobar.web.markdown;

import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTests {

    private static final int LONGEST = 50_000;

    private final Markdown markdown = new Markdown();

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(markdown.story("# One\n\n###### Six")).isEqualToIgnoringNewLines("<h2>One</h2><h3>Six</h3>");
        assertThat(markdown.story("## Two\n\n#### Four\n\n### Three\n\n# One"))
                .isEqualToIgnoringNewLines("<h2>Two</h2><h3>Four</h3><h3>Three</h3><h2>One</h2>");
        assertThat(markdown.story("# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6"))
                .endsWith("<h6>5</h6>\n<h6>6</h6>\n");
        assertThat(markdown.comment("# One")).isEqualToIgnoringNewLines("<h3>One</h3>");
    }

    @Test
    void plainTextIsWhatAReaderSeesWithEmptyLinesBetweenBlocks() {
        assertThat(markdown.plain("""
                # Head *line*

                One **b**old `code` ~~o~~ut and [a *link*](/to "title")
                goes on\\
                here <b>

                | a | b |
                | --- | --- |
                | c | d |

                ```java
                x
                y
                ```
                """).strip().split("\n{2,}")).containsExactly("Head line", "One bold code out and a link\ngoes on",
                "here <b>", "a", "b", "c", "d", "x", "y");
    }

    @Test
    void linksAskSearchEnginesNotToFollowThem() {
        assertThat(Jsoup.parse(markdown.story("See https://example.com/a?b=c or [mail](mailto:a@example.com).")).select(
                "a[rel='nofollow ugc noopener']").eachAttr("href")).containsExactly("https://example.com/a?b=c",
                        "mailto:a@example.com");
    }

    @Test
    void imagesBecomeLinksNamedByTheirAlternativeText() {
        Document page = Jsoup.parse(markdown.story("![A *cat*](https://example.com/cat.png) ![](/dog.png)"));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("a").eachText()).containsExactly("A cat", "image");
        assertThat(page.select("a").eachAttr("href")).containsExactly("https://example.com/cat.png", "/dog.png");
    }

    @Test
    void imageInsideALinkLeavesTheLinkAlone() {
        Elements links = Jsoup.parse(markdown.story("[![A cat](cat.png)](https://example.com)")).select("a");
        assertThat(links.eachText()).containsExactly("A cat");
        assertThat(links.eachAttr("href")).containsExactly("https://example.com");
    }

    @Test
    void htmlIsShownAsItWasTyped() {
        assertThat(Jsoup.parse(markdown.story("Use <b>bold</b>.\n\n<div>a</div>")).text()).isEqualTo(
                "Use <b>bold</b>. <div>a</div>");
    }

    @Test
    void tablesStrikethroughAndCodeAreRendered() {
        Document page = Jsoup.parse(markdown.story("""
                | a | b |
                | - | :-: |
                | 1 | ~~2~~ |

                ```java
                int a = 1 < 2;
                ```
                """));
        assertThat(page.select("thead th[align=center]").eachText()).containsExactly("b");
        assertThat(page.select("tbody del").eachText()).containsExactly("2");
        assertThat(page.select("pre code.language-java").eachText()).containsExactly("int a = 1 < 2;");
    }

    @Test
    void excerptHasTheWordsWithoutTheMarkup() {
        assertThat(markdown
                .excerpt("# A title\n\nSome *words*\nand `code`, [a link](https://example.com) and ![alt](a.png).\n\n"
                        + "```\nno code\n```\n\n* one\n* two"))
                                .isEqualTo("A title Some words and code, a link and alt. one two");
    }

    @Test
    void excerptEndsWithAWord() {
        String excerpt = markdown.excerpt("four ".repeat(100));
        assertThat(excerpt).hasSizeBetween(290, Excerpt.LENGTH).endsWith(" four…");
    }

    @Test
    void excerptOfOneEndlessWordSplitsNoCharacter() {
        assertThat(markdown.excerpt("😀".repeat(400))).hasSize(299).endsWith("😀…");
        assertThat(markdown.excerpt("a" + "😀".repeat(400))).hasSize(Excerpt.LENGTH).endsWith("😀…");
    }

    @Test
    void excerptOfNothingIsEmpty() {
        assertThat(markdown.excerpt("```\ncode\n```")).isEmpty();
    }

    /**
     * Inputs similar to the pathological tests of cmark,
     * https://github.com/commonmark/cmark/blob/master/test/pathological_tests.py
     */
    static Stream<Arguments> pathologies() {
        return Stream.of("[", "]", ">", "> ", "*", "_", "~", "`", "<", "!", "\\", "&", "|", "#", "- ", "1. ", "\n",
                "**a ", "*a **a ", "a**", "*a_ ", "[a", "a]", "![", "![[", "[a](", "[a](<b", "[a][", "<!--", "<?",
                "<!A ", "<![CDATA[", "</", "<a ", "<a b='", "[ (](", "*[", "~~a ", "` `` ", "|-", "a\n", "*\t",
                "![a](b", "\"", "www.", "http://", "a@b.c ", "a.", "&#")
                .map(part -> Arguments.of(part, fill(part)));
    }

    @ParameterizedTest
    @MethodSource("pathologies")
    void endlessRepetitionIsRendered(@SuppressWarnings("unused") String part, String text) {
        assertBounded(text);
    }

    static Stream<Arguments> nestings() {
        return Stream.of(Arguments.of("*", "*"), Arguments.of("*a **a ", "b** b*"), Arguments.of("![", "](a)"),
                Arguments.of("[", "](a)"), Arguments.of("~~a ", "b~~"), Arguments.of("[[", "]]"));
    }

    @ParameterizedTest
    @MethodSource("nestings")
    void endlessNestingIsRendered(String open, String close) {
        int times = LONGEST / (open.length() + close.length());
        assertBounded(open.repeat(times) + close.repeat(times));
    }

    @Test
    void listsNestedDeeperThanAnyoneMeansAreRendered() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; text.length() + depth < LONGEST; depth++) {
            text.append(" ".repeat(depth)).append("* a\n");
        }
        assertBounded(text.toString());
    }

    @Test
    void backticksOfEachLengthAreRendered() {
        StringBuilder text = new StringBuilder();
        for (int length = 1; text.length() + length < LONGEST; length++) {
            text.append("e").append("`".repeat(length));
        }
        assertBounded(text.toString());
    }

    @Test
    void oneDefinitionThatThousandsReferToDoesNotFillThePage() {
        String definition = "[a]: https://example.com/" + "b".repeat(10_000) + "\n\n";
        assertBounded(definition + fill("[a] ").substring(definition.length()));
        assertBounded(definition + fill("![a] ").substring(definition.length()));
    }

    private static String fill(String part) {
        return part.repeat(LONGEST / part.length());
    }

    /** At most, each character becomes an element of its own; this bounds the length of the result. */
    private void assertBounded(String text) {
        assertThat(markdown.story(text)).hasSizeLessThan(40 * LONGEST);
        assertThat(markdown.excerpt(text)).hasSizeLessThanOrEqualTo(Excerpt.LENGTH);
    }

    @Test
    void tableOfTooManyCellsStaysText() {
        String wide = table(800, 890);
        assertThat(wide).hasSizeLessThan(5_000);

        assertThat(markdown.comment(wide)).doesNotContain("<table").hasSizeLessThan(2 * wide.length());
        assertThat(markdown.excerpt(wide)).isNotEmpty();
    }

    @Test
    void tablesOfTooManyCellsTogetherStayText() {
        String many = (table(40, 45) + "\n").repeat(100);
        assertThat(many).hasSizeLessThan(50_000);

        assertThat(markdown.story(many)).doesNotContain("<table").hasSizeLessThan(2 * many.length());
        assertThat(markdown.story(table(40, 45))).contains("<table");
    }

    private static String table(int columns, int rows) {
        return "a|".repeat(columns) + "\n" + "-|".repeat(columns) + "\n" + "a\n".repeat(rows);
    }
}
