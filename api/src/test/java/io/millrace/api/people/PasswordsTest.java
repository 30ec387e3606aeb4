package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final PasswordCost CHEAP = new PasswordCost(64, 1, 1);

    /** From the tests of Argon2's own authors. */
    private static final String KNOWN =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords(CHEAP);

    @Test
    void shouldKnowThePasswordAgainAndNoOther() {
        final String hash = passwords.hash("correct horse");
        assertThat(passwords.fits("correct horse", hash)).isTrue();
        assertThat(passwords.fits("correct hors", hash)).isFalse();
        assertThat(passwords.fits("", hash)).isFalse();
        assertThat(passwords.fits("correct horse", passwords.nobodys())).isFalse();
    }

    @Test
    void shouldCheckWhatOthersHaveHashed() {
        assertThat(passwords.fits("password", KNOWN)).isTrue();
        assertThat(passwords.fits("Password", KNOWN)).isFalse();
    }

    @Test
    void shouldHashTheSamePasswordDifferentlyEachTime() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void shouldTakeTheSameLettersHoweverTheyAreComposed() {
        assertThat(passwords.fits("cafe\u0301 latte", passwords.hash("caf\u00e9 latte")))
                .isTrue();
    }

    @Test
    void shouldNoticeAHashMadeAtAnotherCost() {
        assertThat(passwords.outdated(passwords.hash("correct horse"))).isFalse();
        assertThat(passwords.outdated(KNOWN)).isTrue();
    }

    @Test
    void shouldReadACostAsItIsWritten() {
        assertThat(PasswordCost.of("m=19456,t=2,p=1")).isEqualTo(PasswordCost.DEFAULT);
        assertThat(PasswordCost.of(CHEAP.toString())).isEqualTo(CHEAP);
        for (final String wrong : new String[] {"", "m=1,t=1,p=1", "m=64,t=0,p=1", "m=64,t=1", "t=1,m=64,p=1"}) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> PasswordCost.of(wrong));
        }
    }
}
