package io.millrace.infra.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.millrace.infra.backup.BackupException;
import io.millrace.infra.backup.Export;
import io.millrace.infra.backup.Import;
import io.millrace.infra.backup.Manifest;
import io.millrace.infra.backup.Verify;
import io.millrace.infra.broker.EmbeddedBroker;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup restores to the same books, pages and receipts, on a machine that has nothing of the old one. */
class RestoredTest {

    private static final String SHOP = "/cafe/shops/saved";
    private static final String ORDER =
            "{\"customer\":\"HSI\",\"type\":\"TAKEOUT\",\"lines\":[{\"item\":\"latte\",\"quantity\":2}]}";
    private static final List<String> PAGES = List.of(
            SHOP + "/menu",
            SHOP + "/orders",
            SHOP + "/payments",
            SHOP + "/pushes",
            SHOP + "/sales",
            SHOP + "/orders/1/why",
            "/cafe/customers/HSI",
            "/receipts/cafe/saved/order-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void shouldRestoreToTheSameBooksPagesAndReceipts() throws Exception {
        final Path backup = folder.resolve("backup");
        final List<String> before;
        try (UpProcess up = UpProcess.start(folder.resolve("old"), "--business", "cafe")) {
            before = live(up);
        }
        final Manifest manifest = at(folder.resolve("old"), it -> new Export(it, _ -> {}).to(backup));
        assertThat(manifest.records()).isGreaterThan(20);
        assertThat(Verify.file(backup)).isEqualTo(manifest);

        at(folder.resolve("new"), it -> {
            new Import(it, _ -> {}).from(backup);
            return assertThatThrownBy(() -> new Import(it, _ -> {}).from(backup))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("cafe.journal");
        });
        try (UpProcess up = UpProcess.start(folder.resolve("new"), "--business", "cafe")) {
            goesOn(up, before);
        }
        spoil(backup);
        assertThatThrownBy(() -> Verify.file(backup))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cafe.journal");
    }

    /** A short day at the shop, and what its pages show at its end. */
    private static List<String> live(final UpProcess up) throws IOException {
        try (Caller caller = new Caller(up.port(), Duration.ofSeconds(30))) {
            made(caller.post(
                    SHOP + "/menu",
                    "{\"item\":\"latte\",\"name\":\"Latte\",\"price\":4500,\"stock\":9}",
                    "Prefer",
                    "wait=30"));
            made(order(caller, "order-1"));
            made(order(caller, "order-2"));
            caller.patch(SHOP + "/payments/1", "{\"status\":\"APPROVED\"}", "Prefer", "wait=30");
            await("the message is on both pages")
                    .atMost(UpProcess.PATIENCE)
                    .until(() -> caller.get(SHOP + "/pushes").body().contains("\"SENT\"")
                            && caller.get("/cafe/customers/HSI").body().contains("\"SENT\""));
            return pages(caller);
        }
    }

    private static void goesOn(final UpProcess up, final List<String> before) throws IOException {
        try (Caller caller = new Caller(up.port(), Duration.ofSeconds(30))) {
            await("pages")
                    .atMost(UpProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(pages(caller)).isEqualTo(before));
            assertThat(order(caller, "order-2").body()).contains("\"number\":2");
            final Answer third = order(caller, "order-3");
            assertThat(third.body()).contains("\"number\":3");
            assertThat(caller.get(
                                    SHOP + "/menu/latte",
                                    "Journal-Token",
                                    third.header("Journal-Token").orElseThrow(),
                                    "Prefer",
                                    "wait=30")
                            .body())
                    .contains("\"stock\":3");
            caller.patch(SHOP + "/payments/3", "{\"status\":\"APPROVED\"}", "Prefer", "wait=30");
            await("the next message, and none twice")
                    .atMost(UpProcess.PATIENCE)
                    .until(() -> caller.get(SHOP + "/pushes?order=3").body().contains("\"SENT\""));
            assertThat(caller.get(SHOP + "/pushes").body().split("\"message\"", -1))
                    .hasSize(3);
            assertThat(caller.get("/audit?business=cafe").body()).contains("\"violations\":0");
        }
    }

    private static List<String> pages(final Caller caller) throws IOException {
        final List<String> pages = new ArrayList<>();
        for (final String page : PAGES) {
            final Answer answer = caller.get(page);
            pages.add(page + " " + answer.status() + " " + answer.body());
        }
        return pages;
    }

    private static Answer order(final Caller caller, final String key) throws IOException {
        return caller.post(SHOP + "/orders", ORDER, "Idempotency-Key", key, "Prefer", "wait=30");
    }

    private static void made(final Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static void spoil(final Path backup) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(backup.resolve("cafe.journal.records.gz").toFile(), "rw")) {
            file.seek(file.length() / 2);
            final int there = file.read();
            file.seek(file.length() / 2);
            file.write(there ^ 1);
        }
    }

    private interface Work<T> {
        T at(String bootstrap);
    }

    private static <T> T at(final Path data, final Work<T> work) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0, Map.of())) {
            return work.at(broker.bootstrap());
        }
    }
}
