package io.millrace.library;

import io.millrace.backbone.Business;
import io.millrace.schemas.library.AddBook;
import io.millrace.schemas.library.BorrowBook;
import io.millrace.schemas.library.CancelLoan;
import io.millrace.schemas.library.FallDue;
import io.millrace.schemas.library.JoinMember;
import io.millrace.schemas.library.ReturnBook;
import io.millrace.schemas.library.SetHouseRules;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws.Sent;
import java.util.List;

class LibraryConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Library.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("main", new SetHouseRules("Main Street", "P7D")),
                new Sent("main", new AddBook("dune", "Dune", 1L)),
                new Sent("main", new AddBook("dune", "Dune", 1L)),
                new Sent("main", new JoinMember("kim", "Kim")),
                new Sent("main", new JoinMember("lee", "Lee")),
                new Sent("main", new BorrowBook("kim", "dune")),
                new Sent("main", new BorrowBook("lee", "dune")),
                new Sent("main", new BorrowBook("kim", "dune")),
                new Sent("main", new BorrowBook("kim", "emma")),
                new Sent("main", new BorrowBook("who", "dune")),
                new Sent("main", new CancelLoan(3L)),
                new Sent("main", new CancelLoan(1L)),
                new Sent("main", new FallDue(1L)),
                new Sent("main", new ReturnBook(1L)),
                new Sent("main", new ReturnBook(1L)),
                new Sent("main", new FallDue(1L)),
                new Sent("main", new ReturnBook(2L)),
                new Sent("west", new ReturnBook(1L)),
                new Sent("west", new AddBook("emma", "Emma", 2L)));
    }
}
