package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit over a real broker: it counts what happens, and finds nothing wrong with it. */
@ExtendWith(Running.class)
class AuditedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Caller caller;

    AuditedTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldCountWhatItCheckedAndHaveNothingToTell() {
        caller.post("/cafe/shops/audited/menu", "{'item':'latte','name':'Latte','price':4500,'stock':3}");

        final Reply report = awaitChecked();

        assertThat(report.at("/violations")).as(report.text()).isEqualTo("0");
        assertThat(report.json().at("/items").isEmpty()).isTrue();
        assertThat(report.json().at("/businesses/cafe/checked").asLong()).isPositive();
    }

    @Test
    void shouldRefuseABusinessThatThereIsNot() {
        final Reply refused = caller.get("/audit?business=bakery");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/code")).isEqualTo("MALFORMED");
    }

    private Reply awaitChecked() {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            final Reply report = caller.get("/audit?business=cafe");
            if (report.status() == 200 && report.json().at("/checked").asLong() > 0 || System.nanoTime() > deadline) {
                return report;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
