package io.millrace.api.people;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.millrace.api.command.BusyException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Does what is heavy on few threads of its own, so that all that is light stays quick: on the callers' own threads it
 * would keep everybody else's waiting. Who finds the queue full is told to come again, at once; and when what is in the
 * queue takes too long, as on a machine that has other things to do, nobody is let in for a moment.
 */
final class HeavyWork implements AutoCloseable {

    /** Longer than the whole queue takes when nothing else is in the way. */
    private static final Duration TOO_LONG = Duration.ofSeconds(4);

    /**
     * Who comes again at once, however often told not to, is answered after a breath: a refusal costs as much as a read,
     * and thousands a second would take from the readers what the queue was to leave them.
     */
    private static final Duration BREATH = Duration.ofMillis(100);

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int LOOKED_AT = 20;
    private static final int TRIED = 3;
    private static final float HALF = 50;

    private final ThreadPoolBulkhead bulkhead;
    private final CircuitBreaker breaker;

    HeavyWork(final String name, final int threads, final int queue) {
        this.bulkhead = ThreadPoolBulkhead.of(
                name,
                ThreadPoolBulkheadConfig.custom()
                        .coreThreadPoolSize(threads)
                        .maxThreadPoolSize(threads)
                        .queueCapacity(queue)
                        .build());
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(LOOKED_AT)
                        .slowCallDurationThreshold(TOO_LONG)
                        .slowCallRateThreshold(HALF)
                        .waitDurationInOpenState(A_MOMENT)
                        .permittedNumberOfCallsInHalfOpenState(TRIED)
                        .ignoreExceptions(BulkheadFullException.class)
                        .build());
    }

    /** One less than there are processors, and one at the least. */
    static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    <T> T run(final Supplier<T> work) {
        try {
            return breaker.executeSupplier(
                    () -> bulkhead.executeSupplier(work).toCompletableFuture().join());
        } catch (final BulkheadFullException | CallNotPermittedException e) {
            LockSupport.parkNanos(BREATH.toNanos());
            throw new BusyException("Too many passwords wait to be checked.");
        } catch (final CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        bulkhead.close();
    }
}
