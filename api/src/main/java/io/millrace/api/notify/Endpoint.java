package io.millrace.api.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One webhook and those who wait for their turn there. Whoever can't be served at once, because there is no room or it
 * fails, goes round through the retry topics; nobody waits for it anywhere else.
 */
final class Endpoint {

    private static final int ROOM = 256;
    private static final int FAILURES_TO_REST = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 10;

    private final Webhook webhook;
    private final Post post;
    private final News news;
    private final Rounds rounds;
    private final InstantSource clock;
    private final Executor threads;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Instant resting = Instant.EPOCH;

    Endpoint(
            final Webhook webhook,
            final Post post,
            final News news,
            final Rounds rounds,
            final InstantSource clock,
            final Executor threads) {
        this.webhook = webhook;
        this.post = post;
        this.news = news;
        this.rounds = rounds;
        this.clock = clock;
        this.threads = threads;
        this.turns = new Semaphore(webhook.atOnce(), true);
    }

    /** Completes when it is written down what became of it. */
    CompletableFuture<Void> take(final Errand errand) {
        if (mustWait(errand)) {
            return around(errand);
        }
        if (waiting.incrementAndGet() > ROOM) {
            waiting.decrementAndGet();
            return around(errand);
        }
        return CompletableFuture.supplyAsync(() -> inTurn(errand), threads).thenCompose(it -> it);
    }

    private CompletableFuture<Void> inTurn(final Errand errand) {
        turns.acquireUninterruptibly();
        try {
            return mustWait(errand) ? around(errand) : tried(errand);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return around(errand);
        } finally {
            turns.release();
            waiting.decrementAndGet();
        }
    }

    private CompletableFuture<Void> around(final Errand errand) {
        final Errand waits = errand.waits("waits its turn", later(errand.notBefore(), resting));
        return told(errand, waits).thenCompose(_ -> rounds.again(waits));
    }

    /** The same reason twice is no news. */
    private CompletableFuture<Void> told(final Errand before, final Errand after) {
        final String reason = String.valueOf(after.last());
        return reason.equals(before.last()) ? CompletableFuture.completedFuture(null) : news.waiting(after, reason);
    }

    private CompletableFuture<Void> tried(final Errand errand) throws InterruptedException {
        return switch (post.post(webhook, errand.notice())) {
            case Answer.Taken _ -> {
                failures.set(0);
                yield news.sent(errand);
            }
            case Answer.Refused refused -> {
                failures.set(0);
                yield rounds.again(errand.givenUp(refused.reason(), clock.instant()));
            }
            case Answer.Failed failed -> failed(errand, failed);
        };
    }

    private CompletableFuture<Void> failed(final Errand errand, final Answer.Failed answer) {
        final Instant now = clock.instant();
        rest(now, answer);
        final Instant since = errand.since();
        if (since != null && since.plus(rounds.plan().giveUp()).isBefore(now)) {
            return rounds.again(errand.givenUp(answer.reason(), now));
        }
        final Errand failed = errand.failed(answer.reason(), now, resting);
        return told(errand, failed).thenCompose(_ -> rounds.again(failed));
    }

    /** A notice that fails is its own matter; one after the other that fails is the webhook's. */
    private void rest(final Instant now, final Answer.Failed answer) {
        final int inARow = failures.incrementAndGet();
        final Duration after = answer.after();
        if (after != null) {
            resting = later(resting, now.plus(after));
        } else if (inARow >= FAILURES_TO_REST) {
            final Duration longer = FIRST_REST.multipliedBy(1L << Math.min(inARow - FAILURES_TO_REST, DOUBLINGS));
            final Duration longest = rounds.plan().longestRest();
            resting = later(resting, now.plus(longer.compareTo(longest) < 0 ? longer : longest));
        }
    }

    private boolean mustWait(final Errand errand) {
        return later(errand.notBefore(), resting).isAfter(clock.instant());
    }

    private static Instant later(final Instant one, final Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
