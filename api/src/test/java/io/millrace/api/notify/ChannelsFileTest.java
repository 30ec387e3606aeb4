package io.millrace.api.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that says which notices go which ways. */
class ChannelsFileTest {

    private static final String TILL = """
            webhook.till.url = https://till.example/notices
            webhook.till.secret-env = TILL_SECRET
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void shouldLetTheNearestWordCount() throws IOException {
        final Channels channels = read(TILL + """
                channels = log
                channels.cafe = stream, log
                channels.cafe.gangnam = stream, till
                """);
        assertThat(channels.of("cafe", "gangnam")).containsExactly("stream", "till");
        assertThat(channels.of("cafe", "jongno")).containsExactly("stream", "log");
        assertThat(channels.of("rental", "gangnam")).containsExactly("log");
    }

    @Test
    void shouldTakeStreamAndLogWhereNothingIsSaid() throws IOException {
        assertThat(read("").of("cafe", "gangnam")).containsExactly("stream", "log");
        assertThat(Channels.DEFAULT.of("cafe", "gangnam")).containsExactly("stream", "log");
    }

    @Test
    void shouldReadAllThatAWebhookNeeds() throws IOException {
        Files.writeString(dir.resolve("secret"), "from a file, long enough\n");
        final Webhook webhook = read("""
                webhook.near.url = http://10.0.0.7:8080/notices
                webhook.near.secret-file = secret
                webhook.near.private = true
                webhook.near.at-once = 8
                webhook.near.timeout = PT2S
                """).webhooks().get("near");
        assertThat(webhook).isNotNull();
        assertThat(webhook.url()).hasToString("http://10.0.0.7:8080/notices");
        assertThat(new String(webhook.secret(), StandardCharsets.UTF_8)).isEqualTo("from a file, long enough");
        assertThat(webhook.atOnce()).isEqualTo(8);
        assertThat(webhook.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(webhook.near()).isTrue();
        assertThat(webhook.toString()).as("goes into the log").doesNotContain("file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chanels = log",
                "channels.bakery = log",
                "channels = fax",
                "webhook.x.secret-env = TILL_SECRET",
                "webhook.x.url = https://x.example",
                "webhook.x.url = https://x.example\nwebhook.x.secret = 12345678901234567890",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = NOT_SET",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = SHORT",
                "webhook.x.url = https://x.example\nwebhook.x.secret-file = /does/not/exist",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = TILL_SECRET\nwebhook.x.secret-file = f",
                "webhook.x.url = http://x.example\nwebhook.x.secret-env = TILL_SECRET",
                "webhook.x.url = ftp://x.example\nwebhook.x.secret-env = TILL_SECRET",
                "webhook.x.url = https://me:pw@x.example\nwebhook.x.secret-env = TILL_SECRET",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = TILL_SECRET\nwebhook.x.at-once = 0",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = TILL_SECRET\nwebhook.x.timeout = soon",
                "webhook.x.url = https://x.example\nwebhook.x.secret-env = TILL_SECRET\nwebhook.x.timeout = PT2H",
                "webhook.log.url = https://x.example\nwebhook.log.secret-env = TILL_SECRET",
                "channels = \\u12"
            })
    void shouldRefuseWhatIsNotRightAndSayWhere(final String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ChannelsException.class)
                .hasMessageContaining("notify.properties");
    }

    private Channels read(final String text) throws IOException {
        final Path file = Files.writeString(dir.resolve("notify.properties"), text);
        final Map<String, String> environment = Map.of("TILL_SECRET", "a secret of some length", "SHORT", "1234");
        return ChannelsFile.read(file, Set.of("cafe", "rental"), environment::get);
    }
}
