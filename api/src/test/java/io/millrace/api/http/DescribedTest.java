package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What the façade says about itself is what it does. */
@ExtendWith(Running.class)
class DescribedTest {

    private final Caller caller;

    DescribedTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldDescribeEveryRoute() {
        final JsonNode api = caller.get("/openapi.json").json();

        assertThat(api.at("/openapi").asString()).isEqualTo("3.1.0");
        assertThat(api.at("/paths").propertyNames())
                .contains(
                        "/cafe/shops/{shop}",
                        "/cafe/shops/{shop}/menu/{item}/restocks",
                        "/cafe/shops/{shop}/orders/{number}/why",
                        "/cafe/customers/{customer}",
                        "/receipts/{business}/{desk}/{key}",
                        "/events");
        final JsonNode body = api.at("/paths/~1cafe~1shops~1{shop}~1orders/post/requestBody/content")
                .get("application/json")
                .get("schema");
        assertThat(body.at("/required").valueStream().map(JsonNode::asString)).contains("customer", "type", "lines");
        assertThat(body.at("/properties/lines/maxItems").asInt()).isEqualTo(100);
        assertThat(body.at("/properties/lines/items/properties/quantity/maximum")
                        .asInt())
                .isEqualTo(10_000);
    }

    /** To OpenAPI, {@code /orders/{id}} and {@code /orders/{number}} are the same address, described twice. */
    @Test
    void shouldDescribeEachAddressOnce() {
        final var paths = caller.get("/openapi.json").json().at("/paths");
        assertThat(paths.propertyNames().stream()
                        .map(path -> path.replaceAll("\\{\\w+}", "{}"))
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(paths.at("/~1cafe~1shops~1{shop}~1orders~1{number}").propertyNames())
                .containsExactlyInAnyOrder("get", "patch");
        assertThat(paths.at("/~1people~1{id}~1roles").propertyNames()).containsExactly("put");
    }

    @Test
    void shouldDescribeWhatStandsBesideTheDesksAndWhoMayComeIn() {
        final JsonNode paths = caller.get("/openapi.json").json().at("/paths");
        final JsonNode requests = paths.get("/bank/requests").get("post");
        final JsonNode kinds =
                requests.at("/requestBody/content").get("application/json").at("/schema/oneOf");
        assertThat(kinds.valueStream().map(it -> it.at("/properties/kind/const").asString()))
                .containsExactly("OPEN", "CLOSE", "DEPOSIT", "WITHDRAW", "BALANCE", "HISTORY");
        assertThat(kinds.valueStream()
                        .map(it -> it.at("/properties/account/pattern").asString()))
                .allMatch(pattern -> !pattern.isEmpty());
        assertThat(kinds.get(2).at("/required").valueStream().map(JsonNode::asString))
                .contains("account", "kind", "amount");
        assertThat(requests.at("/security").size())
                .as("asking takes a session too")
                .isEqualTo(3);
        assertThat(paths.at("/~1bank~1transfers/post/security").size()).isEqualTo(1);
        assertThat(paths.at("/~1bank~1transfers~1{account}~1{number}/get/security")
                        .size())
                .isEqualTo(3);
        assertThat(paths.at("/~1cafe~1shops~1{shop}/get").has("security")).isFalse();
    }

    /** Other languages know other classes of characters than Java does. */
    @Test
    void shouldHavePatternsThatEveryLanguageReads() {
        final String api = caller.get("/openapi.json").text();
        assertThat(api).contains("\"pattern\"").doesNotContain("\\p{");
    }

    @Test
    void shouldSayHowManyAreShownWhereNobodySaysHowMany() {
        final JsonNode api = caller.get("/openapi.json").json();
        assertThat(limit(api, "/cafe/shops/{shop}/orders")).isEqualTo(50);
        for (final String page : new String[] {
            "/cafe/customers/{customer}",
            "/rental/employees/{employee}",
            "/riders/riders/{rider}",
            "/riders/restaurants/{restaurant}",
            "/rental/depots/{depot}/mis"
        }) {
            assertThat(limit(api, page)).as(page).isEqualTo(200);
        }
    }

    @Test
    void shouldReferToNothingThatIsNotThere() {
        final JsonNode api = caller.get("/openapi.json").json();
        final List<String> refs = new ArrayList<>();
        refs(api, refs);

        assertThat(refs)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(api.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void shouldBringItsPageWithoutAnybodyElse() {
        final Reply page = caller.get("/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text()).doesNotContain("https://");
        assertThat(caller.get("/docs/docs.js").header("Content-Type")).startsWith("text/javascript");
        assertThat(caller.get("/docs/codes.js").text()).contains("OUT_OF_STOCK");
        assertThat(caller.get("/docs/docs.css").status()).isEqualTo(200);
    }

    @Test
    void shouldDrawTheTopologies() {
        final JsonNode all = caller.get("/topologies").json();
        assertThat(all.at("/items")
                        .valueStream()
                        .map(it -> it.at("/application").asString()))
                .contains("cafe-desk", "cafe-pages");
        final JsonNode desk = all.at("/items/0");
        assertThat(desk.at("/nodes").valueStream().map(it -> it.at("/id").asString()))
                .contains("desk", "topic:cafe.orders", "to-journal");
        assertThat(desk.at("/edges").valueStream().map(JsonNode::toString))
                .contains("{\"from\":\"to-journal\",\"to\":\"topic:cafe.journal\"}");
        assertThat(caller.get("/topologies?format=text").text()).contains("cafe-pages", "Sub-topology: 0");
    }

    private static int limit(final JsonNode api, final String path) {
        return api.at("/paths")
                .get(path)
                .at("/get/parameters")
                .valueStream()
                .map(it -> it.has("$ref") ? api.at(it.get("$ref").asString().substring(1)) : it)
                .filter(it -> it.at("/name").asString().equals("limit"))
                .findFirst()
                .orElseThrow()
                .at("/schema/default")
                .asInt();
    }

    private static void refs(final JsonNode node, final List<String> refs) {
        if (node.has("$ref")) {
            refs.add(node.get("$ref").asString());
        }
        node.forEach(inner -> refs(inner, refs));
    }
}
