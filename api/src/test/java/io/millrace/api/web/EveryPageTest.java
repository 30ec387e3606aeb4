package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every page: on a phone and a desk, by day and by night, in both languages, for everybody. */
@Browsing
class EveryPageTest {

    private static final String JUDGE = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}))
                .violations.filter(it => ['serious', 'critical'].includes(it.impact))
                .map(it => it.id + ' ' + it.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '))""";

    private final Caller caller;
    private final People people;

    EveryPageTest(final Caller caller, final People people) {
        this.caller = caller;
        this.people = people;
    }

    @Test
    void shouldBeFitForEverybodyOnAPhone() {
        Town.fill(caller);
        final Visitor phone = people.come("ko", 390);
        for (final String path : Town.PAGES) {
            phone.open(path);
            Town.settle(phone);
            assertThat(phone.fits()).as("%s is no wider than a phone", path).isTrue();
            assertThat(judged(phone)).as(path).isEmpty();
            assertThat(phone.troubles()).as(path).isEmpty();
        }
    }

    @Test
    void shouldBeFitForEverybodyAtNight() {
        Town.fill(caller);
        final Visitor desk = people.comeAtNight("en", 1280);
        for (final String path : Town.PAGES) {
            desk.open(path);
            Town.settle(desk);
            assertThat(judged(desk)).as(path).isEmpty();
            assertThat(desk.troubles()).as(path).isEmpty();
        }
    }

    @Test
    void shouldSeeWhatIsWrongWithAPage() {
        final Visitor visitor = people.come("en", 1280).open("/");
        visitor.page().evaluate("document.querySelector('main').innerHTML = '<img src=\"/web/icon.svg\"><h1> </h1>'");
        assertThat(judged(visitor)).anyMatch(it -> it.startsWith("image-alt"));
        visitor.page().evaluate("document.body.append(Object.assign(document.createElement('script'), {text: '1'}))");
        visitor.page().waitForCondition(() -> visitor.troubles().size() == 2);
        assertThat(visitor.troubles()).contains("CSP: script-src-elem inline");
        visitor.troubles().clear();
    }

    @Test
    void shouldSwitchLanguageAndLightAndRememberBoth() {
        final Visitor visitor = people.come("ko", 1280).open("/");
        visitor.sees("h1", "주문에서");
        visitor.press("English");
        visitor.sees("h1", "From the order to the door");
        visitor.press("Light or dark: as the device");
        visitor.press("Light or dark: light");
        visitor.open("/");
        visitor.sees("h1", "From the order to the door");
        assertThat(visitor.page().evaluate("document.documentElement.dataset.theme"))
                .isEqualTo("dark");
        assertThat(visitor.page().evaluate("document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void shouldBeUsableWithoutAMouse() {
        final Visitor visitor = people.come("en", 1280).open("/");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().evaluate("document.activeElement.className")).isEqualTo("skip");
        visitor.page().keyboard().press("Enter");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().evaluate("document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @SuppressWarnings("unchecked")
    static List<String> judged(final Visitor visitor) {
        visitor.page().evaluate(Chromium.axe() + ";0");
        final Object found = visitor.page().evaluate(JUDGE);
        return found instanceof List<?> list ? (List<String>) list : List.of(String.valueOf(Map.of("axe", found)));
    }
}
