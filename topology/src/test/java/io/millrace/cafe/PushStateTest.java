package io.millrace.cafe;

import static io.millrace.cafe.Orders.TAKEOUT;
import static io.millrace.cafe.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Notice;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Push;
import io.millrace.schemas.PushState;
import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How notices fared, as the pages show it. */
class PushStateTest {

    private static final Instant NOON = DeskTrial.NOON;

    private final BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS);

    @BeforeEach
    void payForAnOrder() {
        cafe.send("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L));
        cafe.send("gangnam", order("HSI", TAKEOUT, "latte", 1));
        cafe.send("gangnam", new ApprovePayment(1L));
    }

    @AfterEach
    void close() {
        cafe.close();
    }

    @Test
    void shouldWaitUntilSomethingIsKnown() {
        assertThat(shown()).isEqualTo("WAITING null | WAITING null");
    }

    @Test
    void shouldShowWhatWasSentOnTheDesksPageAndOnThePersons() {
        tell("log", PushState.SENT, null, 1);

        assertThat(shown()).isEqualTo("SENT null | SENT null");
    }

    @Test
    void shouldKeepItsTokenAndSayWhenItChanged() {
        final String before = deskRow().row().getSeq() + deskRow().row().getEvent();

        tell("log", PushState.SENT, null, 1);

        assertThat(deskRow().row().getSeq() + deskRow().row().getEvent()).isEqualTo(before);
        assertThat(deskRow().row().getRevisedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void shouldShowTheChannelThatFailedBeforeTheOneThatSent() {
        tell("log", PushState.SENT, null, 1);
        tell("webhook", PushState.WAITING, "HTTP 500", 2);
        assertThat(shown()).isEqualTo("WAITING webhook: HTTP 500 | WAITING webhook: HTTP 500");

        tell("webhook", PushState.FAILED, "HTTP 410", 3);
        assertThat(shown()).isEqualTo("FAILED webhook: HTTP 410 | FAILED webhook: HTTP 410");

        tell("webhook", PushState.SENT, null, 4);
        assertThat(shown()).isEqualTo("SENT null | SENT null");
    }

    @Test
    void shouldLetNothingUndoWhatWasSentAndNoOldNewsUndoNewer() {
        tell("webhook", PushState.FAILED, "HTTP 410", 3);
        tell("webhook", PushState.WAITING, "HTTP 500", 2);
        assertThat(shown()).startsWith("FAILED");

        tell("webhook", PushState.SENT, null, 4);
        tell("webhook", PushState.WAITING, "HTTP 500", 9);
        assertThat(shown()).isEqualTo("SENT null | SENT null");
    }

    @Test
    void shouldSurviveTheJournalBeingFoldedAgain() {
        tell("log", PushState.SENT, null, 1);
        final var rows = cafe.rows();

        cafe.foldAgain(cafe.journalBytes());

        assertThat(cafe.rows()).isEqualTo(rows);
    }

    @Test
    void shouldMakeTheSameRowsWhenTheNewsComesBeforeTheNotice() {
        final List<NoticeOutcome> news = List.of(
                outcome("webhook", PushState.WAITING, "HTTP 500", 1),
                outcome("log", PushState.SENT, null, 2),
                outcome("webhook", PushState.SENT, null, 3));
        news.forEach(cafe::tell);
        try (BusinessDriver rebuilt = new BusinessDriver(Cafe.BUSINESS)) {
            news.forEach(rebuilt::tell);
            news.forEach(rebuilt::tell);

            rebuilt.foldAgain(cafe.journalBytes());

            assertThat(rebuilt.rows()).isEqualTo(cafe.rows());
            rebuilt.foldAgain(cafe.journalBytes());
            assertThat(rebuilt.rows()).as("folded twice").isEqualTo(cafe.rows());
        }
    }

    @Test
    void shouldPutNewsThatCannotBeReadIntoQuarantine() {
        cafe.tellBytes("gangnam", new byte[] {1, 2, 3});

        assertThat(cafe.quarantine()).hasSize(1);
        assertThat(shown()).startsWith("WAITING");
    }

    private void tell(final String channel, final PushState state, final @Nullable String reason, final int second) {
        cafe.tell(outcome(channel, state, reason, second));
    }

    private NoticeOutcome outcome(
            final String channel, final PushState state, final @Nullable String reason, final int second) {
        final Notice notice = cafe.notices().getFirst();
        return new NoticeOutcome(notice.getId(), "cafe", "gangnam", channel, state, reason, NOON.plusSeconds(second));
    }

    private String shown() {
        return shown(cafe.pages().desk("gangnam")) + " | "
                + shown(cafe.pages().person(Cafe.BUSINESS.personals().getFirst(), "HSI"));
    }

    private static String shown(final PageRows rows) {
        final Push push = rows.list(Pushes.SHELF, null, 1, true).getFirst().value();
        return push.getState() + " " + push.getReason();
    }

    private Held<Push> deskRow() {
        return cafe.pages().desk("gangnam").list(Pushes.SHELF, null, 1, true).getFirst();
    }
}
