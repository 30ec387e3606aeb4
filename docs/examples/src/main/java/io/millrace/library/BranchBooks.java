package io.millrace.library;

import io.millrace.backbone.History;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.Step;
import io.millrace.schemas.library.Book;
import io.millrace.schemas.library.BookAdded;
import io.millrace.schemas.library.BookReturned;
import io.millrace.schemas.library.House;
import io.millrace.schemas.library.HouseRulesSet;
import io.millrace.schemas.library.LibraryEvent;
import io.millrace.schemas.library.Loan;
import io.millrace.schemas.library.LoanAsked;
import io.millrace.schemas.library.LoanBegun;
import io.millrace.schemas.library.LoanCanceled;
import io.millrace.schemas.library.LoanOverdue;
import io.millrace.schemas.library.LoanStatus;
import io.millrace.schemas.library.Member;
import io.millrace.schemas.library.MemberJoined;
import io.millrace.schemas.library.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a branch keeps, and what each event does to it. */
final class BranchBooks {

    static final Shelf<House> HOUSE = Shelf.single("house", House.class);
    static final Shelf<Book> BOOKS = Shelf.named("books", Book.class, Book::getBook);
    static final Shelf<Member> MEMBERS = Shelf.named("members", Member.class, Member::getMember);
    static final Shelf<Loan> LOANS = Shelf.numbered("loans", Loan.class, Loan::getNumber);

    /** Who waits for a book, the oldest first: ids sort by book, then by number. */
    static final Shelf<Place> LINE = Shelf.named(
                    "line", Place.class, place -> inLine(place.getBook(), place.getNumber()))
            .forRules();

    private BranchBooks() {}

    static House defaultHouse(final Moment moment) {
        return new House(null, "P14D", moment.now());
    }

    static void fold(final LibraryEvent event, final Rows rows, final Moment moment) {
        final Instant at = moment.now();
        switch (event) {
            case HouseRulesSet e -> rows.put(HOUSE, new House(e.getName(), e.getLoanPeriod(), at));
            case BookAdded e -> rows.put(BOOKS, new Book(e.getBook(), e.getTitle(), e.getCopies(), e.getCopies(), at));
            case MemberJoined e -> rows.put(MEMBERS, new Member(e.getMember(), e.getName(), at));
            case LoanAsked e -> {
                rows.put(LOANS, asked(e, at));
                rows.put(LINE, new Place(e.getBook(), e.getNumber()));
            }
            case LoanBegun e -> {
                rows.change(LOANS, e.getNumber(), loan -> step(loan, LoanStatus.LENT, e.getDue(), at));
                rows.remove(LINE, inLine(e.getBook(), e.getNumber()));
                rows.change(BOOKS, e.getBook(), book -> moved(book, -1, at));
            }
            case LoanOverdue e ->
                rows.change(LOANS, e.getNumber(), loan -> step(loan, LoanStatus.OVERDUE, loan.getDue(), at));
            case BookReturned e -> {
                rows.change(LOANS, e.getNumber(), loan -> step(loan, LoanStatus.RETURNED, loan.getDue(), at));
                rows.change(BOOKS, e.getBook(), book -> moved(book, 1, at));
            }
            case LoanCanceled e -> {
                rows.change(LOANS, e.getNumber(), loan -> step(loan, LoanStatus.CANCELED, null, at));
                rows.remove(LINE, inLine(e.getBook(), e.getNumber()));
            }
        }
    }

    private static String inLine(final String book, final long number) {
        return book + "/" + Shelf.numberId(number);
    }

    private static Loan asked(final LoanAsked e, final Instant at) {
        final List<Step> history = History.begun(LoanStatus.WAITING, at);
        return new Loan(
                e.getNumber(), e.getMember(), e.getBook(), e.getTitle(), LoanStatus.WAITING, null, history, at, at);
    }

    private static Loan step(final Loan loan, final LoanStatus status, final @Nullable Instant due, final Instant at) {
        return new Loan(
                loan.getNumber(),
                loan.getMember(),
                loan.getBook(),
                loan.getTitle(),
                status,
                due,
                History.and(loan.getHistory(), status, at),
                loan.getAskedAt(),
                at);
    }

    private static Book moved(final Book book, final int free, final Instant at) {
        return new Book(book.getBook(), book.getTitle(), book.getCopies(), book.getFree() + free, at);
    }
}
