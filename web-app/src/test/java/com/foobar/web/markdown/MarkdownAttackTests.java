package com.foobar.web.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownAttackTests {

    private static final Pattern NO_VECTOR = Pattern.compile("#|# [A-Za-z].*");

    private static final Set<String> ELEMENTS = Set.of("p", "br", "h2", "h3", "h4", "h5", "h6", "em", "strong", "del",
            "ul", "ol", "li", "blockquote", "hr", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "a");

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of("a", Set.of("href", "rel"), "ol",
            Set.of("start"),
            "code", Set.of("class"), "th", Set.of("align"), "td", Set.of("align"));

    /**
     * Matches an address with a scheme, as browsers read it: a scheme begins with a letter, and an address without a
     * scheme belongs to the site itself.
     */
    private static final Pattern SCHEME = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*\\s*:.*", Pattern.DOTALL);
    private static final Pattern ALLOWED_SCHEME = Pattern.compile("(?:https?|mailto):.*", Pattern.DOTALL);

    private final Markdown markdown = new Markdown();

    static Stream<String> attacks() {
        try (InputStream file = MarkdownAttackTests.class.getResourceAsStream("xss.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !NO_VECTOR.matcher(line).matches())
                    .map(line -> line.replace("{TAB}", "\t").replace("{NL}", "\n").replace("{CR}", "\r").replace(
                            "{NUL}", "\0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thereAreEnoughAttacks() {
        assertThat(attacks()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingOfAnAttackOnStoriesIsLeft(String attack) {
        assertHarmless(markdown.story(attack));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingOfAnAttackInsideOtherTextIsLeft(String attack) {
        assertHarmless(markdown.comment("1. *before* " + attack + " **after**\n\n> " + attack));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theAllowListHoldsEvenWithoutTheEscapingBeforeIt(String attack) {
        assertHarmless(AllowList.apply(attack));
    }

    @Test
    void theCheckFindsWhatItLooksFor() {
        assertThat(wrongs(Jsoup.parseBodyFragment("<p onclick=x>a</p>"))).isNotEmpty();
        assertThat(wrongs(Jsoup.parseBodyFragment("<script>a</script>"))).isNotEmpty();
        assertThat(wrongs(Jsoup.parseBodyFragment("<a href=' javascript:a' rel='nofollow ugc noopener'>a</a>")))
                .isNotEmpty();
        assertThat(wrongs(Jsoup.parseBodyFragment("<a href='http://x.example'>a</a>"))).isNotEmpty();
        assertThat(wrongs(Jsoup.parseBodyFragment("<a href='/x' rel='nofollow ugc noopener'>a</a>"))).isEmpty();
    }

    private static void assertHarmless(String html) {
        assertThat(wrongs(Jsoup.parseBodyFragment(html))).as(html).isEmpty();
    }

    @SuppressWarnings("ReferenceEquality") // The body itself, and no element that looks like it.
    private static Stream<String> wrongs(Document page) {
        return page.body().getAllElements().stream().filter(element -> element != page.body())
                .flatMap(MarkdownAttackTests::wrongs);
    }

    @SuppressWarnings("ReferenceEquality") // The body itself, and no element that looks like it.
    private static Stream<String> wrongs(Element element) {
        String name = element.tagName();
        if (!ELEMENTS.contains(name)) {
            return Stream.of("<" + name + ">");
        }
        Stream<String> attributes = element.attributes().asList().stream().filter(attribute -> !isAllowed(name,
                attribute)).map(attribute -> "<" + name + " " + attribute + ">");
        boolean isBareLink = name.equals("a") && !element.attr("rel").equals("nofollow ugc noopener");
        return isBareLink ? Stream.concat(attributes, Stream.of("a link without rel")) : attributes;
    }

    private static boolean isAllowed(String element, Attribute attribute) {
        return ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute.getKey())
                && (!attribute.getKey().equals("href") || !SCHEME.matcher(attribute.getValue()).matches()
                        || ALLOWED_SCHEME.matcher(attribute.getValue()).matches());
    }
}
