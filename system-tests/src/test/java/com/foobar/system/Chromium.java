package com.foobar.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;

/** The Chromium of this machine, started so that the site's names resolve to this machine. No browser is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final double LIMIT_MILLIS = 30_000;

    private final Playwright playwright;

    private final Browser browser;

    Chromium() {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // Chromium has no sandbox when it runs as root, for example in a container. Here it only opens pages of the
        // suite.
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--host-resolver-rules=MAP foobar.com 127.0.0.1, MAP www.foobar.com 127.0.0.1")));
    }

    /** Returns the path of the browser: the value of CHROMIUM or one of the usual places; empty if there is none. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Opens a page for a new user: with separate cookies, and a preference for light or dark pages. */
    Page person(ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)
                .setViewportSize(width, height).setColorScheme(scheme).setLocale("en-GB").setTimezoneId("UTC"));
        context.setDefaultTimeout(LIMIT_MILLIS);
        return context.newPage();
    }

    Page person() {
        return person(ColorScheme.LIGHT, 1200, 900);
    }

    /** Stores a screenshot of the page for readers of the test report. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
