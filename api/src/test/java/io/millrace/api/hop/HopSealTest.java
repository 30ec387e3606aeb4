package io.millrace.api.hop;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.page.Reach;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.Test;

class HopSealTest {

    private static final HostInfo TO = new HostInfo("two", 8080);
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
    private static final HopMark MARK = new HopMark(Reach.COPIED, Duration.ofMillis(1_500));
    private static final Asking ASKING = new Asking("/cafe/shops/a/orders/1?x=y", Map.of("Cookie", "me=1"));

    private final HopSeal ours = seal("a secret of the cluster", NOW);
    private final String sealed = ours.seal(MARK, TO, ASKING);

    @Test
    void shouldOpenWhatOneOfUsHasSealed() {
        assertThat(seal("a secret of the cluster", NOW.plusSeconds(29)).open(sealed, TO, ASKING))
                .contains(MARK);
    }

    @Test
    void shouldNotOpenForAnotherSecret() {
        assertThat(seal("a secret of somebody", NOW).open(sealed, TO, ASKING)).isEmpty();
    }

    @Test
    void shouldNotOpenForAnotherInstanceOrAnotherRead() {
        assertThat(ours.open(sealed, new HostInfo("three", 8080), ASKING)).isEmpty();
        assertThat(ours.open(sealed, TO, new Asking("/cafe/shops/a/orders/2?x=y", ASKING.headers())))
                .isEmpty();
        assertThat(ours.open(sealed, TO, new Asking(ASKING.path(), Map.of("Cookie", "me=2"))))
                .isEmpty();
        assertThat(ours.open(sealed, TO, new Asking(ASKING.path(), Map.of()))).isEmpty();
    }

    @Test
    void shouldNotOpenWhatSaysSomethingElseThanWasSealed() {
        assertThat(ours.open(sealed.replace("copied", "owned"), TO, ASKING)).isEmpty();
        assertThat(ours.open(sealed.replace(";1500;", ";9500;"), TO, ASKING)).isEmpty();
        assertThat(ours.open("", TO, ASKING)).isEmpty();
        assertThat(ours.open("1;owned;1;1;" + "0".repeat(64), TO, ASKING)).isEmpty();
    }

    @Test
    void shouldNotOpenWhatIsOldOrFromAFarFuture() {
        assertThat(seal("a secret of the cluster", NOW.plusSeconds(31)).open(sealed, TO, ASKING))
                .isEmpty();
        assertThat(seal("a secret of the cluster", NOW.minusSeconds(31)).open(sealed, TO, ASKING))
                .isEmpty();
    }

    private static HopSeal seal(final String secret, final Instant now) {
        return new HopSeal(secret.getBytes(StandardCharsets.UTF_8), () -> now);
    }
}
