package io.millrace.bank;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountClosed;
import io.millrace.schemas.bank.AccountOpened;
import io.millrace.schemas.bank.BalanceShown;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.Deposited;
import io.millrace.schemas.bank.HistoryShown;
import io.millrace.schemas.bank.RequestRefused;
import io.millrace.schemas.bank.TransferCompleted;
import io.millrace.schemas.bank.TransferReceived;
import io.millrace.schemas.bank.TransferRejected;
import io.millrace.schemas.bank.TransferReturned;
import io.millrace.schemas.bank.TransferSent;
import io.millrace.schemas.bank.Withdrawn;
import org.apache.avro.specific.SpecificRecord;

/**
 * What must add up at an account: every balance it says, and each transfer that left it or came to it. And between two:
 * what comes to one has left the other, so much and for here; what is done or given back at the one was kept, or
 * rejected, at the other. As each transfer leaves once, comes once and ends once, all balances and all that is in flight
 * are what was ever paid in less what was paid out, at every point of the journals.
 */
final class BankLaws implements Auditor<BankEvent> {

    static final String BALANCE = "BALANCE_ADDS_UP";
    static final String NEGATIVE = "BALANCE_NEVER_NEGATIVE";
    static final String OPEN = "MONEY_MOVES_IN_OPEN_ACCOUNTS";
    static final String EMPTY = "CLOSED_IS_EMPTY";
    static final String ENDS = "TRANSFER_ENDS_ONCE";
    static final String ARRIVES = "TRANSFER_ARRIVES_ONCE";
    static final String LEFT = "WHAT_COMES_HAS_LEFT";
    static final String KEPT = "DONE_IS_KEPT_AND_RETURNED_IS_REJECTED";

    private static final String RECEIVED = "received ";
    private static final String REJECTED = "rejected ";

    /** Deposits and what came, less withdrawals and what left. */
    private static final String HERE = "balance";

    /** What left and has neither arrived nor come back. */
    private static final String FLIGHT = "flight";

    private static final String USED = "open";

    @Override
    public void check(final BankEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case AccountOpened e -> opened(e, ledger);
            case AccountClosed _ -> closed(ledger);
            case Deposited e -> moved(e.getAmount(), e.getBalance(), ledger);
            case Withdrawn e -> moved(-e.getAmount(), e.getBalance(), ledger);
            case BalanceShown e -> says(e.getBalance(), ledger);
            case HistoryShown e -> says(e.getBalance(), ledger);
            case TransferSent e -> {
                moved(-e.getAmount(), e.getBalance(), ledger);
                ledger.add(FLIGHT, e.getAmount());
                ledger.add(flight(e.getNumber()), e.getAmount());
                ledger.mark(left(e.getNumber()), e.getAmount() + " for " + e.getTo());
            }
            case TransferReceived e -> {
                came(e.getFrom(), e.getNumber(), e.getAmount(), RECEIVED, ledger, moment);
                moved(e.getAmount(), e.getBalance(), ledger);
            }
            case TransferRejected e -> came(e.getFrom(), e.getNumber(), e.getAmount(), REJECTED, ledger, moment);
            case TransferCompleted e -> {
                ended(e.getNumber(), e.getAmount(), ledger);
                ledger.claims(e.getTo(), KEPT, came(moment.desk(), e.getNumber()), RECEIVED + e.getAmount());
            }
            case TransferReturned e -> {
                ended(e.getNumber(), e.getAmount(), ledger);
                ledger.claims(e.getTo(), KEPT, came(moment.desk(), e.getNumber()), REJECTED + e.getAmount());
                moved(e.getAmount(), e.getBalance(), ledger);
            }
            case RequestRefused _ -> {}
        }
    }

    @Override
    public void shown(final SpecificRecord resource, final Ledger ledger, final Moment moment) {
        if (resource instanceof Account account) {
            says(account.getBalance(), ledger);
            if (account.getPending() != ledger.sum(FLIGHT)) {
                ledger.violated(ENDS, account.getPending() + " under way, but it is " + ledger.sum(FLIGHT));
                ledger.settle(FLIGHT, account.getPending());
            }
        }
    }

    private static void opened(final AccountOpened e, final Ledger ledger) {
        if (ledger.mark(USED).isPresent()) {
            ledger.violated(OPEN, "opened while it was open");
        }
        ledger.mark(USED, e.getOwner());
        ledger.add(HERE, e.getAmount());
        says(e.getAmount(), ledger);
    }

    private static void closed(final Ledger ledger) {
        if (ledger.sum(HERE) != 0 || ledger.sum(FLIGHT) != 0) {
            ledger.violated(EMPTY, ledger.sum(HERE) + " in it, " + ledger.sum(FLIGHT) + " under way");
        }
        ledger.erase(USED);
    }

    private static void moved(final long amount, final long balance, final Ledger ledger) {
        if (ledger.mark(USED).isEmpty()) {
            ledger.violated(OPEN, amount + " moved in an account that is not open");
        }
        ledger.add(HERE, amount);
        says(balance, ledger);
        if (ledger.sum(HERE) < 0) {
            ledger.violated(NEGATIVE, "the balance is " + ledger.sum(HERE));
        }
    }

    /** Told once: from here on the ledger goes by what was said, and only a further drift is news. */
    private static void says(final long balance, final Ledger ledger) {
        if (balance != ledger.sum(HERE)) {
            ledger.violated(
                    BALANCE, "the balance is said to be " + balance + ", but it adds up to " + ledger.sum(HERE));
            ledger.settle(HERE, balance);
        }
    }

    private static void came(
            final String from,
            final long number,
            final long amount,
            final String how,
            final Ledger ledger,
            final Moment moment) {
        final String arrival = came(from, number);
        if (ledger.mark(arrival).isPresent()) {
            ledger.violated(ARRIVES, "transfer " + number + " from " + from + " came again");
        } else {
            ledger.mark(arrival, how + amount);
        }
        ledger.claims(from, LEFT, left(number), amount + " for " + moment.desk());
    }

    private static void ended(final long number, final long amount, final Ledger ledger) {
        final long out = ledger.sum(flight(number));
        if (out != amount) {
            ledger.violated(ENDS, "transfer " + number + " ended with " + amount + ", but " + out + " is under way");
        }
        ledger.settle(flight(number), 0);
        ledger.add(FLIGHT, -amount);
    }

    private static String flight(final long number) {
        return "flight/" + number;
    }

    private static String left(final long number) {
        return "left/" + number;
    }

    private static String came(final String from, final long number) {
        return "came/" + from + "/" + number;
    }

    @Override
    public boolean betweenDesks() {
        return true;
    }
}
