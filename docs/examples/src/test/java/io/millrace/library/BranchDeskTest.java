package io.millrace.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.library.AddBook;
import io.millrace.schemas.library.BookReturned;
import io.millrace.schemas.library.BorrowBook;
import io.millrace.schemas.library.JoinMember;
import io.millrace.schemas.library.Loan;
import io.millrace.schemas.library.LoanAsked;
import io.millrace.schemas.library.LoanBegun;
import io.millrace.schemas.library.LoanOverdue;
import io.millrace.schemas.library.LoanStatus;
import io.millrace.schemas.library.ReturnBook;
import io.millrace.testkit.AuditTrial;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BranchDeskTest {

    private static final Instant IN_TWO_WEEKS = DeskTrial.NOON.plus(Duration.ofDays(14));

    private static DeskTrial branch() {
        return DeskTrial.at(Library.BUSINESS, "main")
                .given(new AddBook("dune", "Dune", 1L), new JoinMember("kim", "Kim"), new JoinMember("lee", "Lee"));
    }

    @Test
    void shouldLendACopyThatIsThere() {
        branch().when(new BorrowBook("kim", "dune"))
                .then(new LoanAsked(1L, "kim", "dune", "Dune"), new LoanBegun(1L, "kim", "dune", "Dune", IN_TWO_WEEKS));
    }

    @Test
    void shouldGiveWhatComesBackToWhoWaitsLongest() {
        branch().given(new BorrowBook("kim", "dune"), new BorrowBook("lee", "dune"), new BorrowBook("kim", "dune"))
                .when(new ReturnBook(1L))
                .then(new BookReturned(1L, "dune"), new LoanBegun(2L, "lee", "dune", "Dune", IN_TWO_WEEKS));
    }

    @Test
    void shouldRemindOfALoanThatIsDue() {
        final DeskTrial desk = branch().given(new BorrowBook("kim", "dune"))
                .ring(Duration.ofDays(14))
                .then(new LoanOverdue(1L, "kim", "Dune"));
        assertThat(desk.when(new ReturnBook(1L)).shown(Loan.class).getStatus()).isEqualTo(LoanStatus.RETURNED);
    }

    @Test
    void shouldLetTheAlarmRingForNothingWhenTheBookCameBackInTime() {
        branch().given(new BorrowBook("kim", "dune"), new ReturnBook(1L))
                .ring(Duration.ofDays(14))
                .then();
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        branch().when(new BorrowBook("kim", "emma")).thenRefused("UNKNOWN_ITEM");
        branch().when(new BorrowBook("who", "dune")).thenRefused("UNKNOWN_MEMBER");
        branch().when(new ReturnBook(7L)).thenRefused("NOT_FOUND");
    }

    @Test
    void shouldCatchACopyThatIsLentTwice() {
        final DeskTrial desk = branch().given(new BorrowBook("kim", "dune"), new BorrowBook("lee", "dune"));
        final AuditTrial audit = AuditTrial.of(Library.BUSINESS).life(desk);
        assertThat(audit.laws()).isEmpty();
        audit.sabotaged(new LoanBegun(2L, "lee", "dune", "Dune", IN_TWO_WEEKS));
        assertThat(audit.laws()).containsExactly(LibraryLaws.COPIES);
    }
}
