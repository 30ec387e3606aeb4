package io.millrace.api.notify;

import io.millrace.api.trace.Tracing;
import io.millrace.schemas.Notice;
import io.millrace.schemas.wire.AvroCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes notices as the journal makes them, and sends each on all its ways at once. */
final class FirstReader implements NoticeReader {

    /** The log channel: who wants these lines elsewhere, sends this logger there. */
    private static final Logger NOTICES = LoggerFactory.getLogger("millrace.notices");

    private final AvroCodec codec;
    private final Channels channels;
    private final Map<String, Endpoint> endpoints;
    private final News news;
    private final Rounds rounds;
    private final Progress progress;
    private final Tracing tracing;

    FirstReader(
            final AvroCodec codec,
            final Channels channels,
            final Map<String, Endpoint> endpoints,
            final News news,
            final Rounds rounds,
            final Progress progress,
            final Tracing tracing) {
        this.codec = codec;
        this.channels = channels;
        this.endpoints = endpoints;
        this.news = news;
        this.rounds = rounds;
        this.progress = progress;
        this.tracing = tracing;
    }

    @Override
    public void read(final List<ConsumerRecord<byte[], byte[]>> records, final Consumer<?, ?> consumer) {
        final List<Arrived> arrived =
                records.stream().map(record -> Arrived.of(record, codec)).toList();
        for (final Arrived one : arrived) {
            progress.begun(one.record());
            tracing.during(one.step(), one.record().headers(), () -> sent(one))
                    .thenRun(() -> progress.done(one.record()));
        }
        Commits.commit(consumer, progress);
    }

    private CompletableFuture<Void> sent(final Arrived arrived) {
        return switch (arrived) {
            case Arrived.Unreadable(var record, var why) -> rounds.dead(record, why);
            case Arrived.Readable(var record, var notice) -> sent(record, notice);
        };
    }

    private CompletableFuture<Void> sent(final ConsumerRecord<byte[], byte[]> record, final Notice notice) {
        final List<CompletableFuture<Void>> ways = new ArrayList<>();
        final List<String> done = new ArrayList<>();
        for (final String channel : channels.of(notice.getBusiness(), notice.getDesk())) {
            final Endpoint endpoint = endpoints.get(channel);
            if (endpoint != null) {
                ways.add(endpoint.take(Errand.first(record, notice, channel)));
            } else {
                if (channel.equals(Channels.LOG)) {
                    log(notice);
                }
                done.add(channel);
            }
        }
        final CompletableFuture<Void> all = CompletableFuture.allOf(ways.toArray(CompletableFuture[]::new));
        // what can't fail is one piece of news, and the last: a notice is not sent before all know of it
        return done.isEmpty()
                ? all
                : all.thenCompose(_ -> news.sent(Errand.first(record, notice, String.join("+", done))));
    }

    /** Who it is for and what it says may be nobody else's business: the pages show it to whom it concerns. */
    private static void log(final Notice notice) {
        NOTICES.info("notice={}, about={}", notice.getId(), notice.getAbout());
    }
}
