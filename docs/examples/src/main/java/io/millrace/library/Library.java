package io.millrace.library;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Pushes;
import io.millrace.schemas.Push;
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

    /** With {@code --secured}: nobody, until roles are named here and in {@link io.millrace.people.Roles}. */
    private static final Access STAFF = Access.by();

    private static final Access STAFF_OR_MEMBER = STAFF.orThe("member");

    public static final Business BUSINESS = Business.named("library")
            .desks("branches", "branch")
            .input("catalogue", CatalogueCommand.class, "librarian")
            .input("loans", LoanCommand.class, "terminal")
            .says(LibraryAlarm.class, LibraryJournal.class, LibraryReceipt.class)
            .rules(new BranchDesk())
            .house(BranchBooks.HOUSE, BranchBooks::defaultHouse)
            .houseSeenBy(Access.ANYBODY)
            .keeps(BranchBooks.BOOKS, BranchBooks.MEMBERS, BranchBooks.LOANS, BranchBooks.LINE)
            .forms(
                    Form.set(SetHouseRules.class).by(STAFF),
                    Form.make("books", AddBook.class).by(STAFF),
                    Form.make("members", JoinMember.class).by(STAFF_OR_MEMBER),
                    Form.make("loans", BorrowBook.class).by(STAFF_OR_MEMBER),
                    Form.step("loans/{number}")
                            .to("RETURNED", ReturnBook.class)
                            .to("CANCELED", CancelLoan.class)
                            .by(STAFF_OR_MEMBER))
            .listings(
                    Listing.of("books", BranchBooks.BOOKS).seenBy(Access.ANYBODY),
                    Listing.of("members", BranchBooks.MEMBERS).seenBy(STAFF),
                    Listing.of("loans", BranchBooks.LOANS)
                            .seenBy(STAFF)
                            .filter("status", LoanStatus.class, Loan::getStatus)
                            .filterText("book", Loan::getBook),
                    Pushes.listing().seenBy(STAFF))
            .personals(Personal.of("members", "member")
                    .track("loans", BranchBooks.LOANS, Loan::getMember)
                    .track("pushes", Pushes.SHELF, Push::getPerson))
            .notices(LibraryNotices::of)
            .audit(new LibraryLaws())
            .declare();

    private Library() {}
}
