package io.millrace.infra.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A crowd at one desk's live stream: many connections, and one thread that reads them all. */
final class Listeners implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("id: cafe/[a-z]+@(\\d+)\n");

    private final Selector selector = Selector.open();
    private final List<Ear> ears = new ArrayList<>();
    private final ConcurrentHashMap<Long, Long> askedAt = new ConcurrentHashMap<>();
    private final Histogram delays = new ConcurrentHistogram(60_000_000_000L, 3);
    private final AtomicInteger welcome = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("listeners").daemon().unstarted(this::read);
    private volatile boolean closing;

    /** One of them: what came but isn't whole yet, and the events heard so far. */
    private static final class Ear {
        private final StringBuilder open = new StringBuilder();
        private long heard;
        private boolean welcomed;
        private boolean wrong;
    }

    Listeners(final int port, final String query, final int many) throws IOException {
        final byte[] request =
                ("GET /events?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < many; i++) {
            final SocketChannel channel =
                    SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            final Ear ear = new Ear();
            ears.add(ear);
            channel.register(selector, SelectionKey.OP_READ, ear);
        }
        thread.start();
    }

    private void read() {
        final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (!closing) {
                selector.select(key -> hear(key, buffer), 100);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(final SelectionKey key, final ByteBuffer buffer) {
        final Ear ear = (Ear) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                key.cancel();
                return;
            }
        } catch (final IOException e) {
            key.cancel();
            return;
        }
        ear.open.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        if (!ear.welcomed && ear.open.indexOf(": welcome") >= 0) {
            ear.welcomed = true;
            welcome.incrementAndGet();
        }
        final Matcher ids = ID.matcher(ear.open);
        int end = 0;
        while (ids.find()) {
            final long seq = Long.parseLong(ids.group(1));
            ear.wrong |= seq != ear.heard + 1;
            ear.heard = seq;
            final Long asked = askedAt.get(seq);
            if (asked != null) {
                delays.recordValue(System.nanoTime() - asked);
            }
            end = ids.end();
        }
        ear.open.delete(0, end);
    }

    void asked(final long seq) {
        askedAt.put(seq, System.nanoTime());
    }

    int welcomed() {
        return welcome.get();
    }

    /** How many have heard all events up to there, each once and in order. */
    long heardAll(final long seq) {
        return ears.stream().filter(ear -> ear.heard == seq && !ear.wrong).count();
    }

    Histogram delays() {
        return delays;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        thread.join();
        for (final SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
