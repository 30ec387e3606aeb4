package io.millrace.api.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How often one client asks: so many times a second, and after a pause twice as many at once. Who the client is says the
 * door, and no header that anybody can write.
 */
final class Rates {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int BURST_SECONDS = 2;

    /** With more clients than that, those who didn't ask just now are forgotten: they would be let in anyway. */
    private static final int CLIENTS = 100_000;

    private record Bucket(double left, long at) {}

    private final int perSecond;
    private final Map<String, Bucket> clients = new ConcurrentHashMap<>();

    Rates(final int perSecond) {
        this.perSecond = perSecond;
    }

    boolean limited() {
        return perSecond > 0;
    }

    void check(final Context ctx, final String client) {
        if (limited() && !take(client, System.nanoTime())) {
            ctx.header("Retry-After", "1");
            Failures.tell(
                    ctx,
                    HttpProblem.of(
                            429, "TOO_MANY_REQUESTS", "Not more than " + perSecond + " requests a second, please."));
            ctx.skipRemainingHandlers();
        }
    }

    boolean take(final String client, final long now) {
        if (clients.size() >= CLIENTS) {
            clients.values().removeIf(bucket -> filled(bucket, now) >= most());
        }
        final AtomicBoolean taken = new AtomicBoolean();
        clients.compute(client, (_, before) -> {
            final double left = before == null ? most() : filled(before, now);
            taken.set(left >= 1);
            return new Bucket(left >= 1 ? left - 1 : left, now);
        });
        return taken.get();
    }

    int size() {
        return clients.size();
    }

    private double filled(final Bucket bucket, final long now) {
        return Math.min(most(), bucket.left() + (now - bucket.at()) / NANOS * perSecond);
    }

    private double most() {
        return (double) perSecond * BURST_SECONDS;
    }
}
