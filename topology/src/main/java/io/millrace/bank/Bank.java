package io.millrace.bank;

import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Privacy;
import io.millrace.schemas.bank.Account;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankAlarm;
import io.millrace.schemas.bank.BankJournal;
import io.millrace.schemas.bank.BankReceipt;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.LastRequest;
import io.millrace.schemas.bank.MovementCommand;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.Request;
import io.millrace.schemas.bank.RequestCommand;
import io.millrace.schemas.bank.RequestKind;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferCommand;
import io.millrace.schemas.bank.TransferStatus;
import io.millrace.schemas.bank.Withdraw;

/**
 * The bank, as a table of contents. An account is a desk, and what it shows of itself is its house. Only the façade may
 * write its inputs, because it alone knows who asks.
 */
public final class Bank {

    public static final Business BUSINESS = Business.named("bank")
            .desks("accounts", "account")
            .input("requests", RequestCommand.class, "facade")
            .input("transfers", TransferCommand.class, "facade")
            .input("movements", MovementCommand.class, "backbone")
            .says(BankAlarm.class, BankJournal.class, BankReceipt.class)
            .rules(new AccountDesk())
            .house(AccountBooks.ACCOUNT, AccountBooks::never)
            .opened(
                    Account.class,
                    account -> account.getStatus() == AccountStatus.Use,
                    "ACCOUNT_NOT_FOUND",
                    account -> "There is no account " + account + " in use.")
            .privately(Privacy.of(AccountBooks.ACCOUNT, Account::getOwner).asking(AskBalance.class, AskHistory.class))
            .keeps(AccountBooks.REQUESTS, AccountBooks.TRANSFERS, AccountBooks.HISTORY, AccountBooks.ARRIVALS)
            .notesRefusalsOn(AccountBooks.LAST)
            .forms(
                    Form.makeBy("kind", "requests")
                            .deskIn("account")
                            .to("OPEN", OpenAccount.class)
                            .to("CLOSE", CloseAccount.class)
                            .to("DEPOSIT", Deposit.class)
                            .to("WITHDRAW", Withdraw.class)
                            .to("BALANCE", AskBalance.class)
                            .to("HISTORY", AskHistory.class),
                    Form.make("transfers", SendTransfer.class).deskIn("from"))
            .listings(
                    Listing.of("requests", AccountBooks.REQUESTS).filter("kind", RequestKind.class, Request::getKind),
                    Listing.of("history", AccountBooks.HISTORY).filter("kind", EntryKind.class, Entry::getKind),
                    Listing.of("transfers", AccountBooks.TRANSFERS)
                            .filter("status", TransferStatus.class, Transfer::getStatus)
                            .besideTheDesks())
            .personals(Personal.of("customers", "customer")
                    .track("accounts", AccountBooks.ACCOUNT, Account::getOwner)
                    .track("lastRequests", AccountBooks.LAST, LastRequest::getPerson)
                    .showing(BankPages::customer))
            .notices(BankNotices::of)
            .audit(new BankLaws())
            .reactions(TransferSteps::of)
            .declare();

    private Bank() {}
}
