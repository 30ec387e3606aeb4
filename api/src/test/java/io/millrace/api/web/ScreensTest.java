package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Makes the pictures that the README shows: {@code -Dmillrace.screens=write}. */
@EnabledIfSystemProperty(named = "millrace.screens", matches = "write", disabledReason = "only when asked for")
@Browsing
class ScreensTest {

    private static final Path SCREENS = Path.of(System.getProperty("millrace.root", ".."), "docs", "screens");
    private static final long LARGEST = 150_000;

    /** Where people have a phone in their hand. */
    private static final Set<String> PHONE = Set.of("/ui/cafe/customers/Towner", "/ui/riders/zones/town/ride");

    private static final Set<String> NIGHT = Set.of("/ui/riders/zones/town/dispatch");

    private final Caller caller;
    private final People people;

    ScreensTest(final Caller caller, final People people) {
        this.caller = caller;
        this.people = people;
    }

    @Test
    void shouldTakeAPictureOfEachPage() throws IOException {
        Files.createDirectories(SCREENS);
        Town.fill(caller);
        final Visitor desk = people.come("en", 1280);
        final Visitor night = people.comeAtNight("ko", 1280);
        final Visitor phone = people.come("ko", 390);
        for (final String path : Town.PAGES) {
            if (PHONE.contains(path)) {
                take(phone, name(path) + "-phone", path);
            } else {
                take(NIGHT.contains(path) ? night : desk, name(path), path);
            }
        }
        assumeThat(caller.get("/openapi.json").text()).as("the bank is open").contains("\"/bank/requests\"");
        final Visitor kim = people.come("en", 1280);
        BankPagesTest.openAccounts(kim, "screen-kim");
        picture(kim, "bank-customers");
        BankPagesTest.send(kim, "screen-kim");
        picture(kim, "bank-account");
    }

    /** {@code /ui/cafe/shops/town/kiosk} is {@code cafe-kiosk}. */
    private static String name(final String path) {
        final String[] parts = path.substring(1).split("/");
        return switch (parts.length) {
            case 1 -> parts[0].isEmpty() ? "start" : parts[0];
            case 4 -> parts[1] + "-" + parts[2];
            default -> parts[1] + "-" + parts[parts.length - 1];
        };
    }

    private static void take(final Visitor visitor, final String name, final String path) throws IOException {
        visitor.open(path);
        Town.settle(visitor);
        if (path.equals("/backbone")) {
            visitor.find(".graph canvas").first().waitFor();
        }
        picture(visitor, name);
    }

    private static void picture(final Visitor visitor, final String name) throws IOException {
        final Path file = SCREENS.resolve(name + ".png");
        visitor.page()
                .screenshot(
                        new Page.ScreenshotOptions().setType(ScreenshotType.PNG).setPath(file));
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
    }
}
