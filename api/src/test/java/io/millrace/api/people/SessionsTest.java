package io.millrace.api.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private static final byte[] KEY = new byte[32];

    private final Hands clock = new Hands();
    private final Sessions sessions = new Sessions(KEY, Duration.ofHours(12), clock);

    @Test
    void shouldHoldForAsLongAsItSays() {
        final Session session = sessions.begin("ann");
        final String token = sessions.token(session);
        assertThat(sessions.read(token)).contains(session);
        clock.forward(Duration.ofHours(12).minusSeconds(1));
        assertThat(sessions.read(token)).contains(session);
        clock.forward(Duration.ofSeconds(1));
        assertThat(sessions.read(token)).isEmpty();
    }

    @Test
    void shouldBeginOnceWhatIsAskedForTwiceWithTheSameKey() {
        final Session session = sessions.begin("ann", "k", _ -> true);
        clock.forward(Duration.ofSeconds(5));
        assertThat(sessions.begin("ann", "k", _ -> true)).isEqualTo(session);
        assertThat(sessions.token(sessions.begin("ann", "k", _ -> true))).isEqualTo(sessions.token(session));
        assertThat(sessions.begin("ann", "l", _ -> true)).isNotEqualTo(session);
        assertThat(sessions.begin("cy", "k", _ -> true)).isNotEqualTo(sessions.begin("cy", "k", _ -> false));
        assertThat(sessions.begin("bob", "k", _ -> true).person()).isEqualTo("bob");
        clock.forward(Duration.ofHours(12));
        assertThat(sessions.begin("ann", "k", _ -> true)).isNotEqualTo(session);
    }

    @Test
    void shouldBeOfUseToInstancesWithTheSameKeyOnly() {
        final String token = sessions.token(sessions.begin("ann"));
        final byte[] another = KEY.clone();
        another[0] = 1;
        assertThat(new Sessions(KEY, Duration.ofHours(1), clock).read(token)).isPresent();
        assertThat(new Sessions(another, Duration.ofHours(1), clock).read(token))
                .isEmpty();
    }

    @Test
    void shouldNotTakeWhatWeDidNotSign() {
        final String token = sessions.token(sessions.begin("ann"));
        final String[] parts = token.split("\\.");
        final String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        final String bobs = base64(claims.replace("ann", "bob"));
        final String none = base64("{\"alg\":\"none\"}");
        for (final String wrong : new String[] {
            parts[0] + "." + bobs + "." + parts[2],
            none + "." + bobs + ".",
            none + "." + bobs + "." + parts[2],
            token.substring(1),
            token + "x",
            parts[0] + "." + parts[1],
            "",
            "x".repeat(5_000),
            "a.b.c"
        }) {
            assertThat(sessions.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void shouldMakeUpAKeyOnceAndKeepItToItself(@TempDir final Path folder) throws IOException {
        final Path file = folder.resolve("data").resolve("session.key");
        final byte[] key = SessionKey.in(file);
        assertThat(key).hasSize(32);
        assertThat(SessionKey.in(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SessionKey.in(folder.resolve("another"))).isNotEqualTo(key);
    }

    @Test
    void shouldRefuseAKeyThatCouldBeGuessed() {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionKey.of("c2hvcnQ="));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionKey.of("not Base64 at all!"));
    }

    private static String base64(final String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
