package io.millrace.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.bank.AccountStatus;
import io.millrace.schemas.bank.AskHistory;
import io.millrace.schemas.bank.BankCommand;
import io.millrace.schemas.bank.BankEvent;
import io.millrace.schemas.bank.CloseAccount;
import io.millrace.schemas.bank.Deposit;
import io.millrace.schemas.bank.Entry;
import io.millrace.schemas.bank.EntryKind;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.schemas.bank.ReturnTransfer;
import io.millrace.schemas.bank.SendTransfer;
import io.millrace.schemas.bank.Transfer;
import io.millrace.schemas.bank.TransferStatus;
import io.millrace.schemas.bank.Withdraw;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Σ balances + Σ in flight = Σ deposits − Σ withdrawals, at every point, whatever is asked and however it arrives. */
class MoneyTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 120;
    private static final int ACCOUNTS = 10;

    @Test
    void shouldAddUpToTheWonInEveryHistory() {
        int transfers = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            transfers += history(Bank.BUSINESS, seed);
        }
        assertThat(transfers).as("histories without transfers prove nothing").isGreaterThan(SEEDS);
    }

    @Test
    void shouldCatchABankWhoseTransfersArriveTwice() {
        final Business forgetful = Vault.bank(deciding(
                (c, books, moment) -> new AccountDesk().rule(c, new Without(books, AccountBooks.ARRIVALS), moment)));
        assertThatThrownBy(() -> histories(forgetful)).isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldCatchABankThatGivesNothingBack() {
        final Business greedy = Vault.bank(deciding((c, books, moment) ->
                c instanceof ReturnTransfer ? Ruling.accept() : new AccountDesk().rule(c, books, moment)));
        assertThatThrownBy(() -> histories(greedy)).isInstanceOf(AssertionError.class);
    }

    private static void histories(final Business business) {
        for (int seed = 0; seed < SEEDS; seed++) {
            history(business, seed);
        }
    }

    /** One history: requests and arrivals in any order, some twice, some after all receipts are forgotten. */
    private static int history(final Business business, final int seed) {
        final Random random = new Random(seed);
        final Vault vault = new Vault(business);
        for (int step = 0; step < STEPS; step++) {
            final int dice = random.nextInt(100);
            if (dice < 45 && vault.underWay() > 0) {
                vault.arrive(random.nextInt(vault.underWay()), random.nextInt(5) == 0);
            } else if (dice < 48) {
                vault.forgetReceipts();
            } else {
                vault.send("p" + random.nextInt(3), account(random), wish(random));
            }
            assertAddsUp(vault, seed);
        }
        vault.arriveAll();
        assertAddsUp(vault, seed);
        return assertSettled(vault, seed);
    }

    private static void assertAddsUp(final Vault vault, final int seed) {
        assertThat(vault.balances() + vault.recount().inFlight())
                .as("balances and what is in flight, seed %d", seed)
                .isEqualTo(vault.recount().owed());
    }

    private static int assertSettled(final Vault vault, final int seed) {
        assertThat(vault.recount().inFlight()).as("in flight, seed %d", seed).isZero();
        assertThat(vault.pending()).as("pending, seed %d", seed).isZero();
        int transfers = 0;
        for (int n = 0; n < ACCOUNTS; n++) {
            final Books books = vault.books("a" + n);
            final List<Transfer> sent = books.all(AccountBooks.TRANSFERS);
            assertThat(sent).noneMatch(transfer -> transfer.getStatus() == TransferStatus.PENDING);
            transfers += sent.size();
            long balance = 0;
            for (final Entry entry : books.all(AccountBooks.HISTORY)) {
                balance += sign(entry.getKind()) * entry.getAmount();
                assertThat(entry.getBalance())
                        .as("history of a%d, seed %d", n, seed)
                        .isEqualTo(balance);
            }
            assertThat(vault.account("a" + n).map(it -> it.getBalance()).orElse(0L))
                    .isEqualTo(balance);
            assertThat(balance).isNotNegative();
            assertThat(vault.account("a" + n)
                            .filter(it -> it.getStatus() == AccountStatus.Closed && it.getBalance() != 0))
                    .isEmpty();
        }
        return transfers;
    }

    private static int sign(final EntryKind kind) {
        return switch (kind) {
            case DEPOSIT, TRANSFER_IN, TRANSFER_RETURNED -> 1;
            case WITHDRAW, TRANSFER_OUT -> -1;
            case TRANSFER_REJECTED -> 0;
        };
    }

    private static BankCommand wish(final Random random) {
        final long amount = 1 + random.nextInt(100);
        return switch (random.nextInt(10)) {
            case 0, 1 -> new OpenAccount(amount - 1);
            case 2 -> new CloseAccount();
            case 3, 4 -> new Deposit(amount);
            case 5 -> new Withdraw(amount);
            case 6 -> new AskHistory();
            default -> new SendTransfer(account(random), amount);
        };
    }

    private static String account(final Random random) {
        return "a" + random.nextInt(ACCOUNTS);
    }

    private static Rules<BankCommand, BankEvent> deciding(final Deciding deciding) {
        return new Rules<>() {
            @Override
            public Ruling<BankCommand, BankEvent> rule(final BankCommand c, final Books books, final Moment moment) {
                return deciding.rule(c, books, moment);
            }

            @Override
            public void fold(final BankEvent event, final Rows rows, final Moment moment) {
                new AccountDesk().fold(event, rows, moment);
            }
        };
    }

    private interface Deciding {
        Ruling<BankCommand, BankEvent> rule(BankCommand command, Books books, Moment moment);
    }

    /** Books from which a shelf is missing. */
    private record Without(Books books, Shelf<?> missing) implements Books {

        @Override
        public <T extends SpecificRecord> Optional<T> find(final Shelf<T> shelf, final String id) {
            return shelf.equals(missing) ? Optional.empty() : books.find(shelf, id);
        }

        @Override
        public <T extends SpecificRecord> List<T> all(final Shelf<T> shelf, final String prefix, final int atMost) {
            return books.all(shelf, prefix, atMost);
        }

        @Override
        public <T extends SpecificRecord> List<T> after(final Shelf<T> shelf, final String id, final int atMost) {
            return books.after(shelf, id, atMost);
        }

        @Override
        public long next(final Shelf<?> shelf) {
            return books.next(shelf);
        }
    }
}
