package io.millrace.api.notify;

import io.millrace.schemas.Notice;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One notice on its way to one webhook: how often it was tried, since when it fails, before when not to try again, and
 * what went wrong last. {@code hopeless}: that is final, and nothing is left but to say so.
 */
record Errand(
        ConsumerRecord<byte[], byte[]> record,
        Notice notice,
        String channel,
        int tries,
        @Nullable Instant since,
        Instant notBefore,
        @Nullable String last,
        boolean hopeless) {

    static Errand first(final ConsumerRecord<byte[], byte[]> record, final Notice notice, final String channel) {
        return new Errand(record, notice, channel, 0, null, Instant.EPOCH, null, false);
    }

    /** Not tried this time, through no fault of its own. */
    Errand waits(final String reason, final Instant when) {
        return new Errand(record, notice, channel, tries, since, when, last == null ? reason : last, hopeless);
    }

    Errand failed(final String reason, final Instant now, final Instant when) {
        return new Errand(record, notice, channel, tries + 1, since == null ? now : since, when, reason, false);
    }

    Errand givenUp(final String reason, final Instant now) {
        return new Errand(record, notice, channel, tries + 1, since == null ? now : since, Instant.EPOCH, reason, true);
    }
}
