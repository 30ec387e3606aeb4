package io.millrace.api.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What receivers compare with: fixed, so that it never changes under them. */
class SignatureTest {

    @Test
    void shouldStayWhatReceiversWereTold() {
        assertThat(Signature.of(bytes("a secret of some length"), "1700000000", bytes("{\"id\":\"cafe/gangnam@3\"}")))
                .isEqualTo("sha256=c14219c149a7dfca1e75582783a19e677655db5a0af1fe6470707f9375a85820");
    }

    @Test
    void shouldDifferByTimeBodyAndSecret() {
        final String one = Signature.of(bytes("secret one"), "1", bytes("body"));
        assertThat(one)
                .isNotEqualTo(Signature.of(bytes("secret one"), "2", bytes("body")))
                .isNotEqualTo(Signature.of(bytes("secret one"), "1", bytes("Body")))
                .isNotEqualTo(Signature.of(bytes("secret two"), "1", bytes("body")));
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
