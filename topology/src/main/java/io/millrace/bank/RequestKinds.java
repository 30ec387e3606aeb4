package io.millrace.bank;

import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankRequest;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Withdraw;

/** What a request is called, and how much it is about. */
final class RequestKinds {

    private RequestKinds() {}

    static RequestKind of(final BankRequest request) {
        return switch (request) {
            case OpenAccount _ -> RequestKind.OPEN;
            case CloseAccount _ -> RequestKind.CLOSE;
            case Deposit _ -> RequestKind.DEPOSIT;
            case Withdraw _ -> RequestKind.WITHDRAW;
            case AskBalance _ -> RequestKind.BALANCE;
            case AskHistory _ -> RequestKind.HISTORY;
            case SendTransfer _ -> RequestKind.TRANSFER;
        };
    }

    static long amountOf(final BankRequest request) {
        return switch (request) {
            case OpenAccount c -> c.getAmount();
            case Deposit c -> c.getAmount();
            case Withdraw c -> c.getAmount();
            case SendTransfer c -> c.getAmount();
            case CloseAccount _, AskBalance _, AskHistory _ -> 0;
        };
    }
}
