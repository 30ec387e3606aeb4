package io.millrace.api.events;

import io.millrace.schemas.client.RegistryException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one listener's stream, on the listener's own virtual thread: what they missed, then what happens. */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int BATCH = 64;

    private final Feed feed;
    private final Older older;
    private final Listener listener;
    private final OutputStream out;
    private final EventsSettings settings;

    Line(
            final Feed feed,
            final Older older,
            final Listener listener,
            final OutputStream out,
            final EventsSettings settings) {
        this.feed = feed;
        this.older = older;
        this.listener = listener;
        this.out = out;
        this.settings = settings;
    }

    /** Returns when it was ended from our side; throws when nobody is there any more. */
    void run() throws IOException, InterruptedException {
        try {
            Farewell farewell = listener.farewell();
            while (farewell == null) {
                goOnIfReadable();
                farewell = listener.farewell();
            }
            write(List.of(farewell.frame()));
        } finally {
            feed.leave(listener);
        }
    }

    private void goOnIfReadable() throws IOException, InterruptedException {
        try {
            goOn();
        } catch (final RegistryException | KafkaException e) {
            LOG.warn("a listener is sent away: {}", e.getMessage());
            listener.end(Farewell.UNREADABLE);
        }
    }

    private void goOn() throws IOException, InterruptedException {
        if (listener.behindFor(settings.patience())) {
            listener.end(Farewell.TOO_SLOW);
            return;
        }
        switch (feed.join(listener)) {
            case Feed.Next.Live _ -> {
                final List<byte[]> frames = listener.take(settings.heartbeat());
                if (!frames.isEmpty()) {
                    write(frames);
                } else if (listener.live()) {
                    write(List.of(Frames.HEARTBEAT));
                }
            }
            case Feed.Next.Chunk chunk -> {
                final List<byte[]> frames = new ArrayList<>(listener.take(Duration.ZERO));
                chunk.entries().forEach(entry -> frames.addAll(frames(entry)));
                write(frames);
            }
            case Feed.Next.Older it -> readOlder(it);
        }
    }

    private void readOlder(final Feed.Next.Older from) throws IOException, InterruptedException {
        write(listener.take(Duration.ZERO));
        final long start = listener.bookmark().at(from.partition()).offset();
        final List<byte[]> waiting = new ArrayList<>();
        final IOException[] gone = new IOException[1];
        older.read(from.partition(), start, from.upTo(), entry -> {
            waiting.addAll(frames(entry));
            try {
                if (waiting.size() >= BATCH) {
                    write(waiting);
                    waiting.clear();
                }
                return listener.farewell() == null;
            } catch (final IOException e) {
                gone[0] = e;
                return false;
            }
        });
        if (gone[0] != null) {
            throw gone[0];
        }
        write(waiting);
        if (listener.farewell() == null) {
            listener.bookmark().reach(from.partition(), from.upTo());
        }
    }

    private List<byte[]> frames(final Entry entry) {
        final Optional<Happening> happening = listener.watch().person() == null
                        && !entry.desk().equals(listener.watch().desk())
                ? Optional.empty()
                : feed.decode(entry);
        final List<byte[]> frames = happening
                .map(it -> listener.frames(entry.partition(), entry.offset(), it))
                .orElse(List.of());
        listener.bookmark().reach(entry.partition(), entry.offset() + 1);
        return frames;
    }

    private void write(final List<byte[]> frames) throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        for (final byte[] frame : frames) {
            out.write(frame);
        }
        out.flush();
    }
}
