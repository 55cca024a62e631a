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

/** This machine's Chromium, in which the site's names lead to this machine. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final double LIMIT_MILLIS = 30_000;

    private final Playwright playwright;

    private final Browser browser;

    Chromium() {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // As root, as in a container, Chromium has no sandbox; it talks to the suite and to nobody else.
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable().orElseThrow())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--host-resolver-rules=MAP foobar.com 127.0.0.1, MAP www.foobar.com 127.0.0.1")));
    }

    /** Where the browser is: what CHROMIUM names, or one of the usual places. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(Objects::nonNull).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Somebody with cookies of their own, whose system asks for light or dark pages. */
    Page person(ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)
                .setViewportSize(width, height).setColorScheme(scheme).setLocale("en-GB").setTimezoneId("UTC"));
        context.setDefaultTimeout(LIMIT_MILLIS);
        return context.newPage();
    }

    Page person() {
        return person(ColorScheme.LIGHT, 1200, 900);
    }

    /** Keeps what is seen, for whoever reads the tests' report. */
    static void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
