package io.millrace.bank;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Reaction;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Token;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.desk.Decider;
import io.millrace.backbone.desk.Decision;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.backbone.desk.Overlay;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.BankAlarm;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.BankJournal;
import io.millrace.schemas.bank.BankReceipt;
import io.millrace.schemas.bank.MovementCommand;
import io.millrace.schemas.bank.RequestCommand;
import io.millrace.schemas.bank.TransferCommand;
import io.millrace.testkit.DeskTrial;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accounts of a bank in memory, with what is on its way between them, for a test to hand on as it pleases. */
final class Vault {

    private final Business business;
    private final MemoryBooks books = new MemoryBooks();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final List<Envelope> underWay = new ArrayList<>();
    private final Recount recount = new Recount();
    private Instant now = DeskTrial.NOON;
    private int commands;

    Vault(final Business business) {
        this.business = business;
    }

    /** A bank that decides in another way. */
    static Business bank(final Rules<BankCommand, BankEvent> rules) {
        return Business.named("bank")
                .desks("accounts", "account")
                .input("requests", RequestCommand.class, "facade")
                .input("transfers", TransferCommand.class, "facade")
                .input("movements", MovementCommand.class, "backbone")
                .says(BankAlarm.class, BankJournal.class, BankReceipt.class)
                .rules(rules)
                .house(AccountBooks.ACCOUNT, AccountBooks::never)
                .keeps(AccountBooks.REQUESTS, AccountBooks.TRANSFERS, AccountBooks.HISTORY, AccountBooks.ARRIVALS)
                .notesRefusalsOn(AccountBooks.LAST)
                .reactions(TransferSteps::of)
                .audit(new BankLaws())
                .declare();
    }

    static Account balance(final Account account, final long more) {
        return new Account(
                account.getOwner(),
                account.getStatus(),
                account.getBalance() + more,
                account.getPending(),
                account.getOpenedAt(),
                account.getUpdatedAt());
    }

    Receipt send(final String person, final String account, final BankCommand command) {
        return send("c" + ++commands, person, account, command);
    }

    Receipt send(final String id, final @Nullable String person, final String account, final BankCommand command) {
        return take(
                Envelopes.command(business.inputOf(command.getClass()).envelope(), id, account, now, person, command));
    }

    private Receipt take(final Envelope command) {
        final String key = command.getDesk() + "/" + command.getCommandId();
        final Receipt before = receipts.get(key);
        if (before != null) {
            return before;
        }
        now = now.plusMillis(1);
        final Decision decision = new Decider(business).decide(command, ByteBuffer.allocate(16), books, now);
        books.write(decision.rows());
        receipts.put(key, decision.receipt());
        for (final JournalEntry entry : decision.entries()) {
            recount.enter((BankEvent) entry.event());
            underWay.addAll(reactions(entry));
        }
        return decision.receipt();
    }

    private List<Envelope> reactions(final JournalEntry entry) {
        final List<Envelope> commands = new ArrayList<>();
        final Token token = new Token("bank", entry.getDesk(), entry.getSeq());
        for (final Reaction reaction : business.reactions().apply(entry.event(), Moment.of(entry))) {
            commands.add(Envelopes.command(
                    business.inputOf(reaction.command().getClass()).envelope(),
                    Causes.reaction(token, commands.size()),
                    reaction.desk(),
                    entry.getAt(),
                    entry.getActor(),
                    reaction.command()));
        }
        return commands;
    }

    int underWay() {
        return underWay.size();
    }

    /** One of what is on its way arrives; if told to, it stays on its way, to arrive once more. */
    void arrive(final int which, final boolean again) {
        take(again ? underWay.get(which) : underWay.remove(which));
    }

    void arriveAll() {
        while (!underWay.isEmpty()) {
            arrive(0, false);
        }
    }

    /** As after the receipts' retention: what arrives again is not known any more. */
    void forgetReceipts() {
        receipts.clear();
    }

    Optional<Account> account(final String account) {
        return new Overlay(account, books).the(AccountBooks.ACCOUNT);
    }

    Overlay books(final String account) {
        return new Overlay(account, books);
    }

    Recount recount() {
        return recount;
    }

    /** What all accounts hold. */
    long balances() {
        return books.rows().values().stream()
                .filter(Account.class::isInstance)
                .mapToLong(row -> ((Account) row).getBalance())
                .sum();
    }

    long pending() {
        return books.rows().values().stream()
                .filter(Account.class::isInstance)
                .mapToLong(row -> ((Account) row).getPending())
                .sum();
    }
}
