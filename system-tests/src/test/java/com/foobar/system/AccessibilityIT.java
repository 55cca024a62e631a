package com.foobar.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks all pages for accessibility with axe: in light and dark, wide and narrow. */
@SystemTest
@EnabledIfChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {

    private static final List<String> FOR_EVERYBODY = List.of("/", "/tags", "/tags/axe", "/search?q=axe", "/search",
            "/sign-up", "/sign-in", "/infrastructure", "/api", "/no-such-page", "/?after=nonsense");

    private static final List<String> FOR_WHO_IS_SIGNED_IN = List.of("/", "/stories/new", "/drafts", "/settings",
            "/settings/password", "/settings/sessions", "/settings/tokens", "/settings/account");

    private final Suite suite;

    private Chromium chromium;

    private String story;

    private Client author;

    AccessibilityIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void writeAStoryAndOpenTheBrowser() {
        author = suite.newClient().signUp(suite.https(1));
        story = author.submit(suite.https(1) + "/stories",
                Map.of("title", "For axe " + UUID.randomUUID(), "tags", "axe", "body", """
                        ## A heading

                        Text with `code`, a [link](https://example.org/) and a table.

                        | a | b |
                        | --- | --- |
                        | 1 | 2 |
                        """)).headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        author.submit(suite.https(1) + story + "/comments", Map.of("body", "A comment."));
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({ "LIGHT, 1200", "DARK, 1200", "LIGHT, 390" })
    void noPageHasAViolation(ColorScheme scheme, int width) {
        Page visitor = chromium.person(scheme, width, 900);
        List<String> violations = new ArrayList<>();
        List<String> pages = new ArrayList<>(FOR_EVERYBODY);
        pages.add(story);
        for (String page : pages) {
            visitor.navigate(suite.https(1) + page);
            violations.addAll(violations(visitor, page));
            Chromium.keep(visitor, "visitor" + page.replaceAll("[^a-z]+", "-") + "-" + scheme + "-" + width);
        }
        signIn(visitor);
        pages = new ArrayList<>(FOR_WHO_IS_SIGNED_IN);
        pages.add(story);
        for (String page : pages) {
            visitor.navigate(suite.https(1) + page);
            violations.addAll(violations(visitor, page + " (signed in)"));
            Chromium.keep(visitor, "member" + page.replaceAll("[^a-z]+", "-") + "-" + scheme + "-" + width);
        }
        assertThat(violations).isEmpty();
    }

    private void signIn(Page page) {
        page.navigate(suite.https(1) + "/sign-in");
        page.getByLabel("Username").fill(author.username());
        page.getByLabel("Password").fill(Client.PASSWORD);
        page.getByLabel("Password").press("Enter");
        page.waitForURL(suite.https(1) + "/");
    }

    private static List<String> violations(Page page, String where) {
        List<String> found = new ArrayList<>();
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            rule.getNodes()
                    .forEach(node -> found.add("%s: %s, at %s".formatted(where, rule.getHelp(), node.getHtml())));
        }
        return found;
    }
}
