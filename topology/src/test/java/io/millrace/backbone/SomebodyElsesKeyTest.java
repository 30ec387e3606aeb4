package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bank.Bank;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.bank.AskBalance;
import io.millrace.schemas.bank.OpenAccount;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.Laws.Sent;
import org.junit.jupiter.api.Test;

/** A key belongs to whoever used it first: who guesses it learns nothing by it. */
class SomebodyElsesKeyTest {

    @Test
    void shouldNotTellWhatSomebodyElsesCommandCameTo() {
        try (BusinessDriver bank = new BusinessDriver(Bank.BUSINESS)) {
            bank.send("open", new Sent("1", new OpenAccount(500L), "ann"));
            final Receipt anns = bank.send("k", new Sent("1", new AskBalance(), "ann"));

            final Receipt bobs = bank.send("k", new Sent("1", new AskBalance(), "bob"));

            assertThat(anns.getResource()).isNotNull();
            assertThat(anns.getActor()).isEqualTo("ann");
            assertThat(bobs.getResource()).isNull();
            assertThat(bobs.getRefused())
                    .isNotNull()
                    .extracting(refused -> refused.getCode())
                    .isEqualTo("KEY_REUSED");
            assertThat(bank.send("k", new Sent("1", new AskBalance(), "ann"))).isEqualTo(anns);
        }
    }
}
