package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** The riders' pages: a restaurant calls, one of two riders wins, and is paid. */
@Browsing
class RidersPagesTest {

    private final People people;

    RidersPagesTest(final People people) {
        this.people = people;
    }

    @Test
    void shouldBringACallToOneRiderAndTheMoneyToo() {
        final Visitor restaurant = people.come("en", 1280).open("/ui/riders/restaurants/bistro-x");
        final Visitor dispatcher = people.come("en", 1280).open("/ui/riders/zones/race/dispatch");
        final Visitor han = people.come("en", 390).open("/ui/riders/zones/race/ride");
        final Visitor seo = people.come("ko", 390).open("/ui/riders/zones/race/ride");
        han.fill("Rider", "han-x");
        han.find("h2").first().click();
        seo.fill("라이더", "seo-x");
        seo.find("h2").first().click();
        restaurant.fill("Destination", "12 Mill Lane");
        restaurant.fill("Fee", "3500");
        restaurant.fill("Zone", "race");
        restaurant.press("Call");

        seo.sees(seo.part("열린 호출"), "12 Mill Lane");
        dispatcher.sees(dispatcher.part("Under way"), "Called");
        han.press("Accept 1");

        assertThat(seo.button("1번 수락")).hasCount(0);
        restaurant.sees(restaurant.part("Deliveries"), "han-x");
        dispatcher.sees(dispatcher.part("Who carries what"), "han-x");
        han.press("1: Picked up");
        han.press("1: Delivered");
        han.sees("[data-test=today]", "₩3,500");
        restaurant.sees(restaurant.part("Costs"), "₩3,500");
    }
}
