package io.millrace.library;

import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Push;
import io.millrace.schemas.PushState;
import io.millrace.schemas.library.AddBook;
import io.millrace.schemas.library.BorrowBook;
import io.millrace.schemas.library.CancelLoan;
import io.millrace.schemas.library.CatalogueCommand;
import io.millrace.schemas.library.JoinMember;
import io.millrace.schemas.library.LibraryAlarm;
import io.millrace.schemas.library.LibraryJournal;
import io.millrace.schemas.library.LibraryReceipt;
import io.millrace.schemas.library.Loan;
import io.millrace.schemas.library.LoanCommand;
import io.millrace.schemas.library.LoanStatus;
import io.millrace.schemas.library.ReturnBook;
import io.millrace.schemas.library.SetHouseRules;

/** The library, as a table of contents. */
public final class Library {

    public static final Business BUSINESS = Business.named("library")
            .desks("branches", "branch")
            .input("catalogue", CatalogueCommand.class, "librarian")
            .input("loans", LoanCommand.class, "terminal")
            .says(LibraryAlarm.class, LibraryJournal.class, LibraryReceipt.class)
            .rules(new BranchDesk())
            .house(BranchBooks.HOUSE, BranchBooks::defaultHouse)
            .keeps(BranchBooks.BOOKS, BranchBooks.MEMBERS, BranchBooks.LOANS, BranchBooks.LINE)
            .forms(
                    Form.set(SetHouseRules.class),
                    Form.make("books", AddBook.class),
                    Form.make("members", JoinMember.class),
                    Form.make("loans", BorrowBook.class),
                    Form.step("loans/{number}").to("RETURNED", ReturnBook.class).to("CANCELED", CancelLoan.class))
            .listings(
                    Listing.of("books", BranchBooks.BOOKS),
                    Listing.of("members", BranchBooks.MEMBERS),
                    Listing.of("loans", BranchBooks.LOANS)
                            .filter("status", LoanStatus.class, Loan::getStatus)
                            .filterText("book", Loan::getBook),
                    Listing.of("pushes", Pushes.SHELF).filter("state", PushState.class, Push::getState))
            .personals(Personal.of("members", "member")
                    .track("loans", BranchBooks.LOANS, Loan::getMember)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .notices(LibraryNotices::of)
            .audit(new LibraryLaws())
            .declare();

    private Library() {}
}
