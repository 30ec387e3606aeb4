package io.millrace.api.wiring;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * When it is looked up which figures Kafka Streams has by now: each minute, as whoever looks asks for, and while most of
 * them come, right after the start. Else a dashboard had gaps for a minute.
 */
final class FigureLooks extends ThreadPoolTaskScheduler {

    private static final List<Duration> AT_FIRST =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));

    FigureLooks(final String application) {
        setDaemon(true);
        setThreadNamePrefix(application + "-figures-");
        initialize();
    }

    @Override
    protected ScheduledExecutorService createExecutor(
            final int threads, final ThreadFactory factory, final RejectedExecutionHandler rejected) {
        return new ScheduledThreadPoolExecutor(threads, factory, rejected) {
            @Override
            public ScheduledFuture<?> scheduleAtFixedRate(
                    final Runnable look, final long first, final long period, final TimeUnit unit) {
                AT_FIRST.forEach(after -> schedule(look, after.toMillis(), TimeUnit.MILLISECONDS));
                return super.scheduleAtFixedRate(look, first, period, unit);
            }
        };
    }
}
