package io.millrace.infra.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final Set<String> ROLES = Set.of("payment-provider", "auditor");

    @Test
    void shouldReadARoleAndAPasswordFromEachLine() {
        final Users users = Users.of("# ours\npayment-provider = p\\u00e4ss=word 1\nadmin=12345678 \n", ROLES);
        assertThat(users.passwords())
                .containsEntry("payment-provider", "p\u00e4ss=word 1")
                .containsEntry("admin", "12345678");
        assertThat(users.toString()).contains("admin").doesNotContain("12345678");
    }

    @Test
    void shouldSayWhatIsWrongWithoutAPassword() {
        assertThatThrownBy(() -> Users.of("payment = very-secret", ROLES))
                .hasMessageContaining("nobody is called payment")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Users.of("auditor = secret", ROLES))
                .hasMessageContaining("fewer than 8")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Users.of("", ROLES)).hasMessageContaining("no user");
    }
}
