package io.millrace.bank;

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

/** Adds up what came in, what went out and what is between accounts, from events alone and without the fold. */
final class Recount {

    private long deposits;
    private long withdrawals;
    private long inFlight;

    void enter(final BankEvent event) {
        switch (event) {
            case AccountOpened e -> deposits += e.getAmount();
            case Deposited e -> deposits += e.getAmount();
            case Withdrawn e -> withdrawals += e.getAmount();
            case TransferSent e -> inFlight += e.getAmount();
            case TransferReceived e -> inFlight -= e.getAmount();
            case TransferReturned e -> inFlight -= e.getAmount();
            case AccountClosed _,
                    BalanceShown _,
                    HistoryShown _,
                    TransferRejected _,
                    TransferCompleted _,
                    RequestRefused _ -> {}
        }
    }

    long inFlight() {
        return inFlight;
    }

    /** What there must be in balances and in flight together. */
    long owed() {
        return deposits - withdrawals;
    }
}
