package io.millrace.api.people;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, and of our own code more than ever is. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = logger("io.millrace");
    private final Level before = ours.getLevel();

    static LogLines open() {
        final LogLines lines = new LogLines();
        lines.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        lines.start();
        lines.root.addAppender(lines);
        lines.ours.setLevel(Level.TRACE);
        return lines;
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
        ours.setLevel(before);
        root.detachAppender(this);
    }

    private static Logger logger(final String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
