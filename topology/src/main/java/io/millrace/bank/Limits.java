package io.millrace.bank;

import io.millrace.backbone.Refusal;
import io.millrace.schemas.Refused;
import io.millrace.schemas.bank.Account;

/** How much an account may hold, so that no sum of won can ever overflow, and every return finds its place. */
final class Limits {

    static final long BALANCE = 1_000_000_000_000_000L;
    static final String CODE = "LIMIT_EXCEEDED";

    private Limits() {}

    /** What is on its way out may come back, and so counts as if it were still here. */
    static boolean admits(final Account account, final long more) {
        return account.getBalance() + account.getPending() <= BALANCE - more;
    }

    static Refused exceeded(final Account account) {
        return Refusal.with(
                Refusal.with(
                        Refusal.unprocessable(CODE, "An account holds at most " + BALANCE + " won."), "limit", BALANCE),
                "balance",
                account.getBalance());
    }

    static Refused notSufficient(final Account account) {
        return Refusal.with(
                Refusal.unprocessable("NOT_SUFFICIENT", "The balance is " + account.getBalance() + " won."),
                "balance",
                account.getBalance());
    }
}
