package io.millrace.infra.whole;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What is logged when an operator turns everything up: all of ours, and how every Kafka client and broker is set up. */
final class Overheard extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final Map<String, Level> LOUD =
            Map.of("io.millrace", Level.TRACE, "org.apache.kafka", Level.INFO, "kafka", Level.INFO);

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    static Overheard listen() {
        final Overheard all = new Overheard();
        all.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        all.start();
        LOUD.forEach((name, level) -> {
            logger(name).setLevel(level);
            logger(name).setAdditive(false);
            logger(name).addAppender(all);
        });
        return all;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void append(final ILoggingEvent event) {
        final var thrown = event.getThrowableProxy();
        lines.add(event.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
    }

    @Override
    public void close() {
        LOUD.keySet().forEach(name -> {
            logger(name).setLevel(null);
            logger(name).setAdditive(true);
            logger(name).detachAppender(this);
        });
    }

    private static Logger logger(final String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
