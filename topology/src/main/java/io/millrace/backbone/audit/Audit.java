package io.millrace.backbone.audit;

import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Blame;
import io.millrace.schemas.Claim;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Checks a business's journal and receipts, one after another, and says what is broken. */
public final class Audit {

    private final Business business;
    private final Drawer drawer;
    private final Consumer<Claim> claims;

    /** Receipts whose events aren't here yet. Only ever an occasion to compare, so a restart may forget them. */
    private final Map<String, Receipt> early = new HashMap<>();

    /** {@code claims} takes what is said of other desks to the audit of those. */
    public Audit(final Business business, final Drawer drawer, final Consumer<Claim> claims) {
        this.business = business;
        this.drawer = drawer;
        this.claims = claims;
    }

    public List<Violation> event(final JournalEntry entry) {
        final List<Violation> found = new ArrayList<>();
        final DeskLedger general = new DeskLedger(entry.getDesk(), drawer);
        final boolean news = GeneralLaws.event(entry, general);
        general.write();
        add(found, general, entry.getDesk(), entry.getSeq(), entry.getAt());
        if (news) {
            final Moment moment = Moment.of(entry);
            found.addAll(checked(moment, entry.getSeq(), ledger -> {
                business.auditor().check(entry.event(), ledger, moment);
                claim(entry, ledger.claimed());
            }));
            if (business.auditor().betweenDesks()) {
                found.addAll(ripened(entry));
            }
            final Receipt waiting = early.get(entry.getDesk());
            if (waiting != null && waiting.getSeq() <= entry.getSeq()) {
                early.remove(entry.getDesk());
                found.addAll(shown(waiting, entry.getSeq()));
            }
        }
        return found;
    }

    /** {@code fromTheStart}: all receipts that there ever were came before this one. */
    public List<Violation> receipt(final Receipt receipt, final boolean fromTheStart) {
        final List<Violation> found = new ArrayList<>();
        final DeskLedger general = new DeskLedger(receipt.getDesk(), drawer);
        GeneralLaws.receipt(receipt, fromTheStart, !business.noted().isEmpty(), general);
        general.write();
        add(found, general, receipt.getDesk(), receipt.getSeq(), receipt.getAt());
        final long last = GeneralLaws.last(general);
        if (receipt.getSeq() > last) {
            early.put(receipt.getDesk(), receipt);
        } else {
            found.addAll(shown(receipt, last));
        }
        return found;
    }

    private void claim(final JournalEntry entry, final List<DeskLedger.Claimed> claimed) {
        if (!claimed.isEmpty() && !business.auditor().betweenDesks()) {
            throw new IllegalStateException("an auditor that doesn't look between desks says something of another's");
        }
        final Optional<Token> cause = Optional.ofNullable(entry.getCause()).flatMap(Token::parse);
        final String by = new Token(business.name(), entry.getDesk(), entry.getSeq()).toString();
        for (final DeskLedger.Claimed it : claimed) {
            final long seq = cause.filter(token -> token.desk().equals(it.desk()))
                    .map(Token::seq)
                    .orElse(0L);
            claims.accept(
                    new Claim(business.name(), it.desk(), seq, it.law(), it.key(), it.value(), by, entry.getAt()));
        }
    }

    /** What somebody says of this desk. */
    public List<Violation> claim(final Claim claim) {
        final DeskLedger ledger = new DeskLedger(claim.getDesk(), drawer);
        final boolean ripe = Claims.ripe(claim, ledger);
        ledger.write();
        return ripe ? judged(claim, ledger) : List.of();
    }

    private List<Violation> ripened(final JournalEntry entry) {
        final DeskLedger ledger = new DeskLedger(entry.getDesk(), drawer);
        final List<Violation> found = new ArrayList<>();
        for (final Claim claim : Claims.ripened(business.name(), entry.getDesk(), entry.getSeq(), ledger)) {
            found.addAll(judged(claim, ledger));
        }
        ledger.write();
        return found;
    }

    /** It is found where it is said. */
    private List<Violation> judged(final Claim claim, final DeskLedger ledger) {
        final Token by = Token.parse(claim.getBy()).orElseThrow();
        return Claims.wrong(claim, ledger).stream()
                .map(detail -> violation(by.desk(), by.seq(), claim.getAt(), claim.getLaw(), detail))
                .toList();
    }

    /** A record of this desk that is no entry at all. */
    public Violation unreadable(final String desk, final Instant at, final RuntimeException why) {
        final long last = GeneralLaws.last(new DeskLedger(desk, drawer));
        return violation(desk, last, at, GeneralLaws.READABLE, "after " + last + ": " + why.getMessage());
    }

    private List<Violation> shown(final Receipt receipt, final long last) {
        final Moment moment = new Moment(receipt.getDesk(), receipt.getAt(), null);
        return receipt.getSeq() == last && receipt.getResource() instanceof SpecificRecord resource
                ? checked(moment, last, ledger -> business.auditor().shown(resource, ledger, moment))
                : List.of();
    }

    private List<Violation> checked(final Moment moment, final long seq, final Consumer<DeskLedger> check) {
        final List<Violation> found = new ArrayList<>();
        final DeskLedger ledger = new DeskLedger(moment.desk(), drawer);
        try {
            check.accept(ledger);
            ledger.write();
            add(found, ledger, moment.desk(), seq, moment.now());
        } catch (final RuntimeException e) {
            found.add(violation(
                    moment.desk(),
                    seq,
                    moment.now(),
                    GeneralLaws.CHECKED,
                    Blame.ofRecord(e).toString()));
        }
        return found;
    }

    private void add(
            final List<Violation> found, final DeskLedger ledger, final String desk, final long seq, final Instant at) {
        ledger.broken().forEach(it -> found.add(violation(desk, seq, at, it.law(), it.detail())));
    }

    private Violation violation(
            final String desk, final long seq, final Instant at, final String law, final String detail) {
        final String token = new Token(business.name(), desk, seq).toString();
        return new Violation(business.name(), desk, seq, law, detail, at, token);
    }
}
