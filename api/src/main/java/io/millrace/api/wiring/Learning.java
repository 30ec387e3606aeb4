package io.millrace.api.wiring;

import io.millrace.api.wiring.Vocabulary.Word;
import io.millrace.schemas.client.RegistryException;
import io.millrace.schemas.wire.AvroCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns every schema there is once the process runs, beside its work. Then a registry that goes away concerns nobody;
 * else the first event of its kind would end the stream that wants to write it.
 */
final class Learning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final AvroCodec codec;
    private final List<Word> words;
    private final Thread thread = Thread.ofPlatform().name("learning").daemon().unstarted(this::learn);
    private volatile boolean closed;

    private Learning(final AvroCodec codec, final List<Word> words) {
        this.codec = codec;
        this.words = words;
    }

    static Learning begin(final AvroCodec codec, final List<Word> words) {
        final Learning learning = new Learning(codec, words);
        learning.thread.start();
        return learning;
    }

    private void learn() {
        final long begun = System.nanoTime();
        int known = 0;
        for (final Word word : words) {
            known += learn(word) ? 1 : 0;
        }
        LOG.info("schemas known, count={}, millis={}", known, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private boolean learn(final Word word) {
        for (boolean told = false; !closed; told = true) {
            try {
                codec.learn(word.subject(), word.type());
                return true;
            } catch (final RegistryException e) {
                if (!told) {
                    LOG.warn("a schema can't be learnt yet, subject={}, why={}", word.subject(), e.getMessage());
                }
                LockSupport.parkNanos(AGAIN.toNanos());
            } catch (final RuntimeException e) {
                // who is stopped in the middle has nothing to tell
                if (!closed) {
                    LOG.warn("a schema can't be learnt, subject={}", word.subject(), e);
                }
                return false;
            }
        }
        return false;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
