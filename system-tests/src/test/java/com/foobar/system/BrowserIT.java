package com.foobar.system;

import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Uses the site like its users: in a browser and through both gateways. */
@SystemTest
@EnabledIfChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private final Suite suite;

    private Chromium chromium;

    BrowserIT(Suite suite) {
        this.suite = suite;
    }

    @BeforeAll
    void openBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    void closeBrowser() {
        chromium.close();
    }

    @Test
    void storyWrittenThroughOneGatewayIsReadAndCommentedThroughTheOther() {
        String title = "Across the gateways " + UUID.randomUUID();

        // 1. Sign up and write through the first gateway.
        Page author = chromium.person();
        signUp(author, 1, "author");
        link(author, "Write").click();
        author.getByLabel("Title").fill(title);
        author.getByLabel("Story").fill("It has *Markdown* and a [link](https://example.org/).");
        author.getByLabel("Tags").fill("gateways, tests");
        button(author, "Preview").click();
        assertThat(author.getByLabel("Preview").getByText("Markdown")).isVisible();
        button(author, "Publish").click();
        assertThat(author.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title))).isVisible();
        Chromium.keep(author, "story");

        // 2. The author sees the story at once through the second gateway. So does another user, who comments on it.
        author.navigate(suite.https(2) + "/");
        assertThat(link(author, title)).isVisible();
        Page reader = chromium.person();
        signUp(reader, 2, "reader");
        link(reader, title).click();
        reader.getByLabel("Your comment").fill("Read through the second gateway.");
        button(reader, "Comment").click();
        assertThat(reader.getByText("Read through the second gateway.")).isVisible();

        // 3. The author hides the comment, and other users no longer see it.
        author.navigate(reader.url().replaceFirst("#.*", "").replace(suite.https(2), suite.https(1)));
        button(author, "Hide from others").click();
        assertThat(author.getByText("hidden by the story's author")).isVisible();
        Page stranger = chromium.person();
        stranger.navigate(author.url().replaceFirst("#.*", "") + "?stranger=1");
        assertThat(stranger.getByText("Read through the second gateway.")).not().isVisible();
    }

    @Test
    void sessionThatIsEndedFromElsewhereIsOverAtBothGateways() {
        Page home = chromium.person();
        String username = signUp(home, 1, "remote");
        Page lost = chromium.person();
        lost.navigate(suite.https(2) + "/sign-in");
        lost.getByLabel("Username").fill(username);
        lost.getByLabel("Password").fill(Client.PASSWORD);
        button(lost, "Sign in").click();
        assertThat(button(lost, "Sign out")).isVisible();

        home.navigate(suite.https(1) + "/settings/sessions");
        button(home, "Sign out everywhere else").click();

        for (int gateway = 1; gateway <= 2; gateway++) {
            lost.navigate(suite.https(gateway) + "/settings");
            assertThat(lost).hasURL(Pattern.compile(".*/sign-in\\?next=.*"));
        }
        home.reload();
        assertThat(button(home, "Sign out").first()).isVisible();
    }

    @Test
    void settingsChangeHowPagesLook() {
        Page page = chromium.person();
        signUp(page, 1, "settings");
        page.navigate(suite.https(1) + "/settings");
        page.getByLabel("Dark").check();
        page.getByLabel("Time zone").fill("Asia/Tokyo");
        page.getByLabel("Items on a page").fill("5");
        button(page, "Save pages").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");

        page.navigate(suite.https(2) + "/");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        org.assertj.core.api.Assertions.assertThat(page.locator("article.story").count()).isLessThanOrEqualTo(5);
        Chromium.keep(page, "home-dark");
    }

    @Test
    void whatWasTypedSurvivesASessionThatEnded() {
        Page page = chromium.person();
        signUp(page, 1, "typed");
        page.navigate(suite.https(1) + "/stories/new");
        page.getByLabel("Title").fill("Typed before the session ended");
        page.getByLabel("Story").fill("All of this text must stay.");
        page.context().clearCookies();
        button(page, "Publish").click();

        assertThat(page.getByText("You are not signed in")).isVisible();
        assertThat(page.getByLabel("Story")).hasValue("All of this text must stay.");
    }

    @Test
    void siteWorksWithoutJavaScriptAndOnAPhone() {
        Page phone = chromium.person(ColorScheme.DARK, 390, 844);
        phone.context().route(Pattern.compile(".*\\.js$"), route -> route.abort());
        signUp(phone, 2, "phone");
        for (String path : new String[]{ "/", "/tags", "/stories/new", "/settings", "/infrastructure" }) {
            phone.navigate(suite.https(2) + path);
            Object overflow = phone.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            org.assertj.core.api.Assertions.assertThat(((Number) overflow).intValue()).as("%s scrolls sideways", path)
                    .isLessThanOrEqualTo(0);
        }
        Chromium.keep(phone, "infrastructure-phone");
    }

    private String signUp(Page page, int gateway, String name) {
        String username = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        page.navigate(suite.https(gateway) + "/sign-up");
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(Client.PASSWORD);
        button(page, "Sign up").click();
        assertThat(button(page, "Sign out")).isVisible();
        return username;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
