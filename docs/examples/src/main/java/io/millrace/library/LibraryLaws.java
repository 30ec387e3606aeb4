package io.millrace.library;

import io.millrace.backbone.Auditor;
import io.millrace.backbone.Ledger;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Steps;
import io.millrace.schemas.library.BookAdded;
import io.millrace.schemas.library.BookReturned;
import io.millrace.schemas.library.HouseRulesSet;
import io.millrace.schemas.library.LibraryEvent;
import io.millrace.schemas.library.LoanAsked;
import io.millrace.schemas.library.LoanBegun;
import io.millrace.schemas.library.LoanCanceled;
import io.millrace.schemas.library.LoanOverdue;
import io.millrace.schemas.library.LoanStatus;
import io.millrace.schemas.library.MemberJoined;
import java.util.Set;

/** What must add up at a branch: no copy is lent twice, and every loan goes one way. */
final class LibraryLaws implements Auditor<LibraryEvent> {

    static final String COPIES = "NO_COPY_IS_LENT_TWICE";

    private static final Steps LOAN = new Steps("loan");
    private static final Set<LoanStatus> OUT = Set.of(LoanStatus.LENT, LoanStatus.OVERDUE);

    @Override
    public void check(final LibraryEvent event, final Ledger ledger, final Moment moment) {
        switch (event) {
            case HouseRulesSet _, MemberJoined _ -> {}
            case BookAdded e -> ledger.add("free/" + e.getBook(), e.getCopies());
            case LoanAsked e -> LOAN.begin(e.getNumber(), LoanStatus.WAITING, ledger);
            case LoanBegun e -> {
                LOAN.step(e.getNumber(), Set.of(LoanStatus.WAITING), LoanStatus.LENT, ledger);
                ledger.add("free/" + e.getBook(), -1);
                if (ledger.sum("free/" + e.getBook()) < 0) {
                    ledger.violated(COPIES, e.getBook() + " went out once more than there are copies");
                }
            }
            case LoanOverdue e -> LOAN.step(e.getNumber(), Set.of(LoanStatus.LENT), LoanStatus.OVERDUE, ledger);
            case BookReturned e -> {
                LOAN.end(e.getNumber(), OUT, ledger);
                ledger.add("free/" + e.getBook(), 1);
            }
            case LoanCanceled e -> LOAN.end(e.getNumber(), Set.of(LoanStatus.WAITING), ledger);
        }
    }
}
