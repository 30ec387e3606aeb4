package io.millrace.backbone.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.millrace.backbone.stream.Reader;
import io.millrace.schemas.KeptState;
import io.millrace.schemas.Repair;
import io.millrace.schemas.RepairAct;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits is decided once, and only then something follows from it. */
class KeeperTest {

    private static final String BROKEN = "cafe.orders-0-17";

    private final KeeperDriver keeper = new KeeperDriver();

    @AfterEach
    void close() {
        keeper.close();
    }

    @Test
    void shouldKeepARecordWhole() {
        keeper.arrives(BROKEN, Reader.DESK, "gangnam", "noise");

        final var kept = keeper.page().find(BROKEN).orElseThrow();
        assertThat(KeptPage.key(kept)).isEqualTo("gangnam");
        assertThat(KeptPage.bytes(kept.getValue())).isEqualTo("noise".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.getReason()).isEqualTo("it can't be read");
        assertThat(kept.getStack()).contains("at io.millrace");
        assertThat(kept.getHeaders()).extracting(it -> it.getName()).containsExactly("mine");
        assertThat(kept.getState()).isEqualTo(KeptState.WAITING);
        assertThat(keeper.page().waiting()).isEqualTo(1);
    }

    @Test
    void shouldSendARecordToWhereItCameFromOnceHoweverOftenItIsAsked() {
        keeper.arrives(BROKEN, Reader.DESK, "gangnam", "noise");
        keeper.act("k1", BROKEN, RepairAct.RETRY);
        keeper.act("k1", BROKEN, RepairAct.RETRY);
        keeper.act("k2", BROKEN, RepairAct.RETRY);
        keeper.act("k3", BROKEN, RepairAct.DISCARD);

        final var again = keeper.sent("cafe.orders");
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().value()).isEqualTo("noise".getBytes(StandardCharsets.UTF_8));
        assertThat(again.getFirst().headers().lastHeader("mine")).isNotNull();
        assertThat(again.getFirst().headers().lastHeader("millrace-place")).isNull();
        assertThat(new String(
                        again.getFirst().headers().lastHeader("millrace-again").value(), StandardCharsets.UTF_8))
                .isEqualTo(BROKEN);
        assertThat(keeper.page().done("k1").orElseThrow().getAccepted()).isTrue();
        assertThat(keeper.page().done("k2").orElseThrow().getAccepted()).isFalse();
        final var kept = keeper.page().find(BROKEN).orElseThrow();
        assertThat(kept.getState()).isEqualTo(KeptState.RETRIED);
        assertThat(kept.getActs()).extracting(it -> it.getKey()).containsExactly("k1", "k2", "k3");
        assertThat(keeper.page().waiting()).isZero();
    }

    @Test
    void shouldSendNothingOfWhatIsDiscarded() {
        keeper.arrives(BROKEN, Reader.DESK, "gangnam", "noise");
        keeper.act("k1", BROKEN, RepairAct.DISCARD);
        keeper.act("k2", BROKEN, RepairAct.RETRY);

        assertThat(keeper.sent("cafe.orders")).isEmpty();
        final var kept = keeper.page().find(BROKEN).orElseThrow();
        assertThat(kept.getState()).isEqualTo(KeptState.DISCARDED);
        assertThat(kept.getActs().getFirst().getBy()).isEqualTo("ann");
    }

    @Test
    void shouldTellWhoeverReadsTheJournalWhatToRepair() {
        keeper.arrives("cafe.journal-0-3", Reader.PAGES, "gangnam", "entry");
        keeper.arrives("cafe.journal-0-3", Reader.REACTIONS, "gangnam", "entry");
        keeper.act("k1", "cafe.journal-0-3", RepairAct.DISCARD);
        keeper.act("k2", "cafe.journal-0-3.reactions", RepairAct.RETRY);

        assertThat(keeper.sent("cafe.repairs"))
                .map(record -> (Repair) keeper.codec().decode(record.value()))
                .extracting(Repair::getId, Repair::getAct)
                .containsExactly(
                        tuple("cafe.journal-0-3", RepairAct.DISCARD),
                        tuple("cafe.journal-0-3.reactions", RepairAct.RETRY));
        assertThat(keeper.sent("cafe.journal")).isEmpty();
    }

    @Test
    void shouldLetWhatFailsAgainWaitAgain() {
        keeper.arrives("cafe.journal-0-3", Reader.PAGES, "gangnam", "entry");
        keeper.act("k1", "cafe.journal-0-3", RepairAct.RETRY);
        keeper.arrives("cafe.journal-0-3", Reader.PAGES, "gangnam", "entry");

        final var kept = keeper.page().find("cafe.journal-0-3").orElseThrow();
        assertThat(kept.getState()).isEqualTo(KeptState.WAITING);
        assertThat(kept.getTimes()).isEqualTo(2);
        keeper.act("k2", "cafe.journal-0-3", RepairAct.RETRY);
        assertThat(keeper.sent("cafe.repairs")).hasSize(2);
        assertThat(keeper.page().newest(null, 10, _ -> true)).hasSize(1);
    }

    @Test
    void shouldListTheNewestFirstPageByPage() {
        for (int n = 1; n <= 5; n++) {
            keeper.arrives("cafe.orders-0-" + n, Reader.DESK, n % 2 == 0 ? "gangnam" : "hongdae", "noise");
        }
        final var first = keeper.page().newest(null, 2, _ -> true);
        assertThat(first).extracting(it -> it.getOffset()).containsExactly(5L, 4L);
        assertThat(first.getFirst().getValue()).isNull();
        assertThat(keeper.page().newest(KeptPage.place(first.getLast()), 9, _ -> true))
                .extracting(it -> it.getOffset())
                .containsExactly(3L, 2L, 1L);
        assertThat(keeper.page().newest(null, 9, kept -> KeptPage.key(kept).equals("gangnam")))
                .extracting(it -> it.getOffset())
                .containsExactly(4L, 2L);
    }

    @Test
    void shouldKeepWhatSomebodyElsePutThereAndNotTryItAgain() {
        keeper.arrives("nowhere", null, "gangnam", "noise");
        final String id = "cafe.quarantine-0-0";
        keeper.act("k1", id, RepairAct.RETRY);
        assertThat(keeper.page().done("k1").orElseThrow().getAccepted()).isFalse();
        keeper.act("k2", id, RepairAct.DISCARD);
        assertThat(keeper.page().find(id).orElseThrow().getState()).isEqualTo(KeptState.DISCARDED);
    }
}
