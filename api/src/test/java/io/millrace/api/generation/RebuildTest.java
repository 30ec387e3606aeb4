package io.millrace.api.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Instances;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Several;
import io.millrace.schemas.Notice;
import io.millrace.schemas.Row;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages made anew in a cluster that goes on working, compared, shown, and taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildTest {

    @RegisterExtension
    static final Several TWO = Several.of(2);

    private static final String[] SHOPS = {"/cafe/shops/reb-one", "/cafe/shops/reb-two", "/cafe/shops/reb-three"};

    private static final String PEOPLE = "cafe-pages-2-people-repartition";

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://instances")), true);
    private final Instances instances;

    RebuildTest(final Instances instances) {
        this.instances = instances;
    }

    @BeforeAll
    void open() {
        for (final String shop : SHOPS) {
            final Reply registered = any().post(
                            shop + "/menu",
                            "{'item':'latte','name':'Latte','price':4500,'stock':100000}",
                            "Prefer",
                            "wait=30");
            assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        }
    }

    @Test
    @Order(1)
    void shouldBeginOncePerKeyAndOneAtATime() {
        final Reply begun = any().post("/pages/cafe/rebuild", "{}", "Idempotency-Key", "second");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.at("/generation")).isEqualTo("2");
        final Reply again = last().post("/pages/cafe/rebuild", "{}", "Idempotency-Key", "second");
        assertThat(again.text()).isEqualTo(begun.text());
        assertThat(any().post("/pages/cafe/rebuild", "{}").status()).isEqualTo(409);
        assertThat(any().post("/pages/bakery/rebuild", "{}").status()).isEqualTo(404);
        assertThat(any().post("/pages/cafe/swap", "{'generation':'x'}").status())
                .isEqualTo(400);
        assertThat(any().post("/pages/cafe/swap", "{'back':true}").at("/code")).isEqualTo("WRONG_STATE");
        assertThat(any().delete("/pages/cafe/1").at("/code")).isEqualTo("WRONG_STATE");
    }

    @Test
    @Order(2)
    void shouldCatchARowThatSomebodyChanged() {
        final Reply compared = compared();
        assertThat(compared.at("/same")).as(compared.text()).isEqualTo("true");
        assertThat(compared.json().at("/rows").asLong()).isPositive();

        final Reply placed = order(SHOPS[0], "sabotaged");
        until(() -> Topics.all(instances.broker(), PEOPLE).stream().anyMatch(it -> row(it, placed)));
        final Row row = Topics.all(instances.broker(), PEOPLE).stream()
                .filter(it -> row(it, placed))
                .map(it -> (Row) codec.decode(it))
                .filter(it -> it.getShelf().equals("orders"))
                .findFirst()
                .orElseThrow();
        row.put("revision", 7);
        row.put("actor", "a saboteur");
        Topics.write(instances.broker(), PEOPLE, "customers/sabotaged", codec.encode("cafe.people-value", row));

        final Reply different = eventually(this::compared, "/same", "false");
        final String key = different.at("/differences/0/key");
        assertThat(key).startsWith("customers/sabotaged/orders/").contains("reb-one");
        assertThat(different.at("/differences/0/fields/actor/after")).isEqualTo("a saboteur");
        final Reply refused = any().post("/pages/cafe/swap", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/code")).isEqualTo("DIFFERENT");
        assertThat(refused.at("/differences/0/key")).isEqualTo(key);

        assertThat(any().delete("/pages/cafe/2").status()).isIn(202, 204);
        assertThat(shown(any())).isEqualTo("1");
    }

    @Test
    @Order(3)
    void shouldSwapAndGoBackWithoutAnybodyNoticing() throws InterruptedException {
        final List<String> complaints;
        try (Regulars regulars = new Regulars(instances::callers, SHOPS)) {
            until(() -> regulars.looks() > 50);
            assertThat(any().post("/pages/cafe/rebuild", "{}").at("/generation"))
                    .isEqualTo("3");
            final Reply compared = compared();
            assertThat(compared.at("/same")).as(compared.text()).isEqualTo("true");
            for (final String body : List.of("{}", "{'back':true}", "{'generation':3}")) {
                final Reply swapped = last().post("/pages/cafe/swap", body);
                assertThat(swapped.status()).as(swapped.text()).isEqualTo(200);
                for (final Caller caller : instances.callers()) {
                    until(() -> shown(caller).equals(swapped.at("/shown")));
                }
                final long before = regulars.looks();
                until(() -> regulars.looks() > before + 50);
            }
            // by then, the one that is shown speaks
            final long heard = System.nanoTime() + Lineage.HEARD.toNanos();
            until(() -> System.nanoTime() > heard);
            paid("heard");
            complaints = regulars.complaints();
        }
        assertThat(complaints).isEmpty();
        assertThat(shown(any())).isEqualTo("3");
    }

    @Test
    @Order(4)
    void shouldHaveToldEverybodyEverythingOnce() {
        until(() -> notices().stream().anyMatch(it -> it.getPerson().equals("heard")));
        assertThat(notices()).extracting(Notice::getId).doesNotHaveDuplicates();
    }

    @Test
    @Order(5)
    void shouldShowTheSameAfterARestart() {
        final Reply placed = order(SHOPS[1], "again");
        instances.restart(instances.callers().size() - 1);

        assertThat(shown(last())).isEqualTo("3");
        final Reply order = last().get(SHOPS[1] + "/orders/" + placed.at("/number"), "Journal-Token", placed.token());
        assertThat(order.text()).isEqualTo(placed.text());
        assertThat(compared(true).at("/compared")).isEqualTo("1");
    }

    @Test
    @Order(6)
    void shouldLeaveNothingOfOneThatIsDoneAwayWith() {
        Reply cleaned = any().delete("/pages/cafe/1");
        while (cleaned.status() == 202) {
            cleaned = any().delete("/pages/cafe/1");
        }
        assertThat(cleaned.status()).as(cleaned.text()).isEqualTo(204);
        assertThat(Topics.names(instances.broker()))
                .noneMatch(it -> it.startsWith("cafe-pages-cafe-"))
                .anyMatch(it -> it.startsWith("cafe-pages-3-cafe-"));
        assertThat(any().get(SHOPS[0] + "/menu").status()).isEqualTo(200);
    }

    private Caller any() {
        return instances.callers().getFirst();
    }

    private Caller last() {
        return instances.callers().getLast();
    }

    private Reply order(final String shop, final String customer) {
        final Reply placed = any().post(
                        shop + "/orders",
                        "{'customer':'" + customer + "','type':'TAKEOUT','lines':[{'item':'latte','quantity':1}]}",
                        "Prefer",
                        "wait=10");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        return placed;
    }

    /** Whoever pays is told that it is being made. */
    private void paid(final String customer) {
        final Reply placed = order(SHOPS[0], customer);
        any().patch(SHOPS[0] + "/payments/" + placed.at("/number"), "{'status':'APPROVED'}", "Prefer", "wait=10");
    }

    private Reply compared() {
        return compared(false);
    }

    /** A generation that was just begun has first to be as far. */
    private Reply compared(final boolean kept) {
        final Reply[] last = new Reply[1];
        until(() -> {
            last[0] = (kept ? any() : last()).get("/pages/cafe/comparison");
            return last[0].status() == 200;
        });
        return last[0];
    }

    private static String shown(final Caller caller) {
        return caller.get("/pages?business=cafe").at("/items/0/shown");
    }

    private boolean row(final byte[] value, final Reply placed) {
        return value.length > Long.BYTES
                && codec.decode(value) instanceof Row row
                && placed.token().equals("cafe/" + row.getDesk() + "@" + row.getSeq());
    }

    private List<Notice> notices() {
        final List<Notice> notices = new ArrayList<>();
        Topics.all(instances.broker(), "cafe.notices").forEach(it -> notices.add((Notice) codec.decode(it)));
        return notices;
    }

    private static Reply eventually(final Supplier<Reply> asking, final String pointer, final String wanted) {
        final Reply[] last = new Reply[1];
        until(() -> {
            last[0] = asking.get();
            return last[0].at(pointer).equals(wanted);
        });
        return last[0];
    }

    private static void until(final BooleanSupplier condition) {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
