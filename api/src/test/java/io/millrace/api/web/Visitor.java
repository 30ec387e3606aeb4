package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own. Whatever their console complains about, they say when they leave. */
final class Visitor {

    private static final int PHONE = 500;
    private static final double PATIENCE = 15_000;

    /** A refusal is an answer; a browser notes it all the same. */
    private static final String REFUSED = "Failed to load resource: the server responded with a status of 4";

    private static final String BROKEN = "Failed to load resource: net::";

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();
    private boolean brokenWires;

    Visitor(final Browser browser, final int port, final String language, final int width, final boolean night) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale(language.equals("ko") ? "ko-KR" : "en-GB")
                .setTimezoneId("Asia/Seoul")
                .setColorScheme(night ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(width < PHONE)
                .setViewportSize(width, width < PHONE ? 844 : 860));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !expected(message.text())) {
                troubles.add(message.text());
            }
        });
        page.onPageError(troubles::add);
        page.addInitScript("document.addEventListener('securitypolicyviolation', event => console.error('CSP: '"
                + " + event.violatedDirective + ' ' + event.blockedURI))");
    }

    private boolean expected(final String text) {
        return text.startsWith(REFUSED) || brokenWires && text.startsWith(BROKEN);
    }

    Visitor open(final String path) {
        page.navigate(path);
        page.locator("h1").first().waitFor();
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(final String selector) {
        return page.locator(selector);
    }

    Locator part(final String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    void press(final String name) {
        button(name).click();
    }

    Locator button(final String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void fill(final String label, final String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    /** Waits until it is to be seen. */
    void sees(final Locator where, final String text) {
        assertThat(where).containsText(text);
    }

    void sees(final String selector, final String text) {
        sees(page.locator(selector).first(), text);
    }

    void isRefused(final String words) {
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText(words);
    }

    boolean fits() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    List<String> troubles() {
        return troubles;
    }

    /** A browser notes each try while there is no way through; where that is wanted, it is no trouble. */
    void expectBrokenWires() {
        brokenWires = true;
    }

    void leave() {
        context.close();
    }
}
