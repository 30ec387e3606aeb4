package io.millrace.api.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by npm's playwright-core. One browser serves all tests. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Path PACKAGES =
            Path.of(System.getProperty("millrace.root", ".."), "api", "src", "test", "browser", "node_modules");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(final Playwright playwright, final Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** What is missing here for tests in a browser, and how to get it. */
    static Optional<String> missing() {
        if (shell().isEmpty()) {
            return Optional.of("There is no Chromium here: apt-get install chromium-headless-shell");
        }
        if (program("node").isEmpty() || !Files.exists(PACKAGES.resolve("playwright-core"))) {
            return Optional.of("There is no playwright-core here: npm install --prefix api/src/test/browser");
        }
        return Optional.empty();
    }

    static Chromium start() {
        System.setProperty("playwright.cli.dir", driver().toString());
        final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(shell().orElseThrow())
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    /** The source of what judges a page's accessibility. */
    static String axe() {
        try {
            return Files.readString(PACKAGES.resolve("axe-core").resolve("axe.min.js"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder as the driver of Playwright for Java would be: a Node.js, and the package beside it. */
    private static Path driver() {
        try {
            final Path folder = Files.createTempDirectory("playwright");
            Files.createSymbolicLink(folder.resolve("node"), program("node").orElseThrow());
            Files.createSymbolicLink(
                    folder.resolve("package"),
                    PACKAGES.resolve("playwright-core").toRealPath());
            return folder;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell has no windows, no extensions and no start page, and takes less time. */
    private static Optional<Path> shell() {
        return program("chromium-headless-shell").or(() -> program("chromium"));
    }

    private static Optional<Path> program(final String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
