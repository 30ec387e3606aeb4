package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Token;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.desk.Decision;
import io.millrace.bank.Bank;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.bank.BankJournal;
import io.millrace.schemas.bank.BankReceipt;
import io.millrace.schemas.bank.MovementCommand;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.ReceiveTransfer;
import io.millrace.schemas.bank.RequestCommand;
import io.millrace.schemas.bank.TransferSent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Saboteurs: money that left one account and is on no way to the other, is on it twice, or came from nowhere. */
class FollowingTest {

    private static final Instant NOON = HonestCafe.NOON;
    private static final String ID = Causes.reaction(new Token("bank", "a", 2), 0);

    private final Findings findings = new Findings();
    private final Following following = new Following(Bank.BUSINESS, findings);
    private final Map<String, List<Envelope>> commands = new HashMap<>();
    private final BankReceipt receipt = (BankReceipt) Envelopes.receipt(
            BankReceipt.class,
            Envelopes.command(RequestCommand.class, "c1", "a", NOON, "ann", new OpenAccount(1L)),
            Map.of("at", NOON, "seq", 2L, "fingerprint", ByteBuffer.allocate(0)));

    FollowingTest() {
        final BankJournal sent = (BankJournal) Envelopes.entry(
                BankJournal.class,
                Envelopes.command(RequestCommand.class, "c1", "a", NOON, "ann", new OpenAccount(1L)),
                NOON,
                2,
                null,
                new TransferSent(1L, "ann", "a", "b", 5L, 0L, 1L));
        following.of(new Decision(receipt, List.of(sent), Map.of(), List.of()));
    }

    private void judge(final String desk, final int times) {
        final Envelope receive =
                Envelopes.command(MovementCommand.class, ID, desk, NOON, "ann", new ReceiveTransfer("a", 1L, 5L));
        if (times > 0) {
            commands.put(Oracle.key(Bank.BUSINESS, desk, ID), Collections.nCopies(times, receive));
        }
        following.judge(commands, List.of(receipt));
    }

    @Test
    void shouldBelieveWhatFollowedOnce() {
        judge("b", 1);
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void shouldFindWhatDidNotFollow() {
        judge("b", 0);
        assertThat(findings.count(Sort.LOST)).isEqualTo(1);
    }

    @Test
    void shouldFindWhatFollowedTwice() {
        judge("b", 2);
        assertThat(findings.count(Sort.DOUBLED)).isEqualTo(1);
    }

    @Test
    void shouldFindWhatFollowsFromNothing() {
        judge("c", 1);
        assertThat(findings.count(Sort.UNRULY)).isEqualTo(1);
    }
}
