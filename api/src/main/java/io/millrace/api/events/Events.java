package io.millrace.api.events;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.command.BusyException;
import io.millrace.api.http.Door;
import io.millrace.backbone.Business;
import io.millrace.schemas.wire.AvroCodec;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /events}: what happens at a desk or to a person, live, as server-sent events. */
public final class Events implements Handler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    static final String LAST_ID = "Last-Event-ID";
    private static final long RETRY_MILLIS = 1_000;

    private final EventsSettings settings;
    private final Door door;
    private final LinesPerClient lines;
    private final Feed feed;
    private final Older older;
    private final JournalReader reader;
    private final Watches watches;
    private final Resume resume;
    private final Set<Listener> listening = ConcurrentHashMap.newKeySet();

    /** {@code consumers} makes readers of committed records, which belong to no group. */
    public Events(
            final List<Business> businesses,
            final int partitions,
            final AvroCodec codec,
            final Supplier<Consumer<byte[], byte[]>> consumers,
            final Door door,
            final MeterRegistry meters,
            final EventsSettings settings) {
        this.settings = settings;
        this.door = door;
        this.lines = new LinesPerClient(settings.perClient());
        this.feed = new Feed(businesses, codec, settings.tape());
        this.older = new Older(consumers);
        this.watches = new Watches(businesses, partitions, door);
        this.resume = new Resume(feed, older, settings.waiting());
        this.reader = new JournalReader(consumers.get(), feed);
        Gauge.builder("millrace.events.listeners", listening, Set::size).register(meters);
    }

    /** Returns when nothing that is committed from now on can be missed. */
    public void start() {
        reader.start(watches.all(), settings.tape());
    }

    /** Not after it gave up reading for good. */
    public boolean alive() {
        return reader.alive();
    }

    @Override
    public void handle(final Context ctx) throws IOException {
        final Watch watch = watches.of(ctx);
        if (listening.size() >= settings.listeners()) {
            throw new BusyException("Too many listen already.");
        }
        final String client = door.client(ctx);
        if (!lines.take(client)) {
            throw new BusyException("You listen too often already.");
        }
        try {
            listen(ctx, watch);
        } finally {
            lines.give(client);
        }
    }

    private void listen(final Context ctx, final Watch watch) throws IOException {
        final @Nullable String last = ctx.header(LAST_ID);
        final Listener listener;
        try {
            listener = resume.listener(watch, last);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("The process is stopping.");
        }
        listening.add(listener);
        try {
            final HttpServletResponse response = ctx.res();
            response.setContentType("text/event-stream");
            response.setCharacterEncoding(null);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.getOutputStream().write(Frames.welcome(begun(last, listener), RETRY_MILLIS));
            response.flushBuffer();
            new Line(feed, older, listener, response.getOutputStream(), settings).run();
        } catch (final IOException e) {
            LOG.debug("a listener hung up: {}", e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listening.remove(listener);
        }
    }

    /** Where they are before they are told anything: where they said they were, if they said so. */
    private static String begun(final @Nullable String last, final Listener listener) {
        return last == null || last.isEmpty() ? listener.bookmark().toString() : last;
    }

    @Override
    public void close() {
        listening.forEach(it -> it.end(Farewell.STOPPING));
        reader.close();
    }
}
