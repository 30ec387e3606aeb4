package io.millrace.library;

import static io.millrace.library.BranchBooks.BOOKS;
import static io.millrace.library.BranchBooks.HOUSE;
import static io.millrace.library.BranchBooks.LINE;
import static io.millrace.library.BranchBooks.LOANS;
import static io.millrace.library.BranchBooks.MEMBERS;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.library.AddBook;
import io.millrace.schemas.library.Book;
import io.millrace.schemas.library.BookAdded;
import io.millrace.schemas.library.BookReturned;
import io.millrace.schemas.library.BorrowBook;
import io.millrace.schemas.library.CancelLoan;
import io.millrace.schemas.library.FallDue;
import io.millrace.schemas.library.HouseRulesSet;
import io.millrace.schemas.library.JoinMember;
import io.millrace.schemas.library.LibraryCommand;
import io.millrace.schemas.library.LibraryEvent;
import io.millrace.schemas.library.Loan;
import io.millrace.schemas.library.LoanAsked;
import io.millrace.schemas.library.LoanBegun;
import io.millrace.schemas.library.LoanCanceled;
import io.millrace.schemas.library.LoanOverdue;
import io.millrace.schemas.library.LoanStatus;
import io.millrace.schemas.library.MemberJoined;
import io.millrace.schemas.library.Place;
import io.millrace.schemas.library.ReturnBook;
import io.millrace.schemas.library.SetHouseRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A branch's desk: every command it takes, and the rule for it. */
final class BranchDesk implements Rules<LibraryCommand, LibraryEvent> {

    @Override
    public Ruling<LibraryCommand, LibraryEvent> rule(
            final LibraryCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case SetHouseRules c ->
                yes(new HouseRulesSet(c.getName(), c.getLoanPeriod())).showing(HOUSE, "the");
            case AddBook c ->
                books.find(BOOKS, c.getBook()).isPresent()
                        ? Ruling.refuse(Refusal.conflict("ITEM_EXISTS", c.getBook() + " is in the catalogue already."))
                        : yes(new BookAdded(c.getBook(), c.getTitle(), c.getCopies()))
                                .showing(BOOKS, c.getBook());
            case JoinMember c ->
                books.find(MEMBERS, c.getMember()).isPresent()
                        ? Ruling.refuse(Refusal.conflict("MEMBER_EXISTS", c.getMember() + " is a member already."))
                        : yes(new MemberJoined(c.getMember(), c.getName())).showing(MEMBERS, c.getMember());
            case BorrowBook c -> borrow(c, books, moment);
            case ReturnBook c -> ifThere(c.getNumber(), books, loan -> giveBack(loan, books, moment));
            case CancelLoan c -> ifThere(c.getNumber(), books, BranchDesk::cancel);
            case FallDue c -> ifThere(c.getNumber(), books, BranchDesk::fallDue);
        };
    }

    @Override
    public void fold(final LibraryEvent event, final Rows rows, final Moment moment) {
        BranchBooks.fold(event, rows, moment);
    }

    /** Lent at once if a copy is there; else the loan waits in line. */
    private static Ruling<LibraryCommand, LibraryEvent> borrow(
            final BorrowBook c, final Books books, final Moment moment) {
        final Optional<Book> book = books.find(BOOKS, c.getBook());
        if (book.isEmpty()) {
            return Ruling.refuse(Refusal.unprocessable("UNKNOWN_ITEM", c.getBook() + " is not in the catalogue."));
        }
        if (books.find(MEMBERS, c.getMember()).isEmpty()) {
            return Ruling.refuse(Refusal.unprocessable("UNKNOWN_MEMBER", c.getMember() + " is not a member."));
        }
        final long number = books.next(LOANS);
        final LoanAsked asked =
                new LoanAsked(number, c.getMember(), c.getBook(), book.get().getTitle());
        if (book.get().getFree() == 0) {
            return yes(asked).showing(LOANS, number);
        }
        final LoanBegun begun = begun(number, asked.getMember(), book.get(), books, moment);
        return yes(asked, begun).alarm(begun.getDue(), new FallDue(number)).showing(LOANS, number);
    }

    /** A copy that comes back goes to whoever has waited longest. */
    private static Ruling<LibraryCommand, LibraryEvent> giveBack(
            final Loan loan, final Books books, final Moment moment) {
        if (loan.getStatus() != LoanStatus.LENT && loan.getStatus() != LoanStatus.OVERDUE) {
            return Ruling.refuse(Refusal.wrongState(loan.getStatus(), "Only what is lent can come back."));
        }
        final BookReturned back = new BookReturned(loan.getNumber(), loan.getBook());
        final List<Place> first = books.all(LINE, loan.getBook() + "/", 1);
        if (first.isEmpty()) {
            return yes(back).showing(LOANS, loan.getNumber());
        }
        final Loan next = books.find(LOANS, first.getFirst().getNumber()).orElseThrow();
        final Book book = books.find(BOOKS, loan.getBook()).orElseThrow();
        final LoanBegun begun = begun(next.getNumber(), next.getMember(), book, books, moment);
        return yes(back, begun)
                .alarm(begun.getDue(), new FallDue(next.getNumber()))
                .showing(LOANS, loan.getNumber());
    }

    private static Ruling<LibraryCommand, LibraryEvent> cancel(final Loan loan) {
        return loan.getStatus() == LoanStatus.WAITING
                ? yes(new LoanCanceled(loan.getNumber(), loan.getBook())).showing(LOANS, loan.getNumber())
                : Ruling.refuse(Refusal.wrongState(loan.getStatus(), "Only who still waits can give up."));
    }

    /** The alarm rings whether or not the book came back in time: then there is nothing to do. */
    private static Ruling<LibraryCommand, LibraryEvent> fallDue(final Loan loan) {
        return loan.getStatus() == LoanStatus.LENT
                ? yes(new LoanOverdue(loan.getNumber(), loan.getMember(), loan.getTitle()))
                : Ruling.accept();
    }

    private static LoanBegun begun(
            final long number, final String member, final Book book, final Books books, final Moment moment) {
        final String period = books.the(HOUSE)
                .orElseGet(() -> BranchBooks.defaultHouse(moment))
                .getLoanPeriod();
        final Instant due = moment.now().plus(Duration.parse(period));
        return new LoanBegun(number, member, book.getBook(), book.getTitle(), due);
    }

    private static Ruling<LibraryCommand, LibraryEvent> ifThere(
            final long number, final Books books, final Function<Loan, Ruling<LibraryCommand, LibraryEvent>> then) {
        return books.find(LOANS, number)
                .map(then)
                .orElseGet(() -> Ruling.refuse(Refusal.unknown("There is no loan " + number + ".")));
    }

    private static Ruling.Yes<LibraryCommand, LibraryEvent> yes(final LibraryEvent... events) {
        return Ruling.accept(events);
    }
}
