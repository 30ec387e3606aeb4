package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes the pictures that the README shows: {@code -Dmillrace.screens=write}. */
@EnabledIfSystemProperty(named = "millrace.screens", matches = "write", disabledReason = "only when asked for")
@ExtendWith(InBrowser.class)
class ScreensTest {

    private static final Path SCREENS = Path.of(System.getProperty("millrace.root", ".."), "docs", "screens");
    private static final long LARGEST = 150_000;

    private static final Map<String, String> WIDE = new TreeMap<>(Map.of(
            "start", "/",
            "cafe-kiosk", "/ui/cafe/shops/town/kiosk",
            "cafe-barista", "/ui/cafe/shops/town/barista",
            "cafe-owner", "/ui/cafe/shops/town/owner",
            "coffeeshop-kitchen", "/ui/coffeeshop/shops/town/kitchen",
            "rental-mis", "/ui/rental/depots/town/mis",
            "riders-dispatch", "/ui/riders/zones/town/dispatch",
            "backbone", "/backbone"));

    private static final Map<String, String> PHONE = new TreeMap<>(
            Map.of("cafe-mypage-phone", "/ui/cafe/customers/Towner", "riders-phone", "/ui/riders/zones/town/ride"));

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
        for (final Map.Entry<String, String> screen : WIDE.entrySet()) {
            take(screen.getKey().endsWith("dispatch") ? night : desk, screen.getKey(), screen.getValue());
        }
        for (final Map.Entry<String, String> screen : PHONE.entrySet()) {
            take(phone, screen.getKey(), screen.getValue());
        }
    }

    private static void take(final Visitor visitor, final String name, final String path) throws IOException {
        visitor.open(path);
        Town.settle(visitor);
        if (path.equals("/backbone")) {
            visitor.find(".graph canvas").first().waitFor();
        }
        final Path file = SCREENS.resolve(name + ".png");
        visitor.page()
                .screenshot(
                        new Page.ScreenshotOptions().setType(ScreenshotType.PNG).setPath(file));
        assertThat(Files.size(file)).as(name).isLessThan(LARGEST);
    }
}
