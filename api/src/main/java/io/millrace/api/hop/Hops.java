package io.millrace.api.hop;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Relay;
import io.millrace.api.http.Requests;
import io.millrace.api.page.ElsewhereException;
import io.millrace.api.page.Homes;
import io.millrace.api.page.NotThereException;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Reach;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Answers reads wherever their pages are: here, at the owner, or, while that doesn't answer, from somebody's copy; again
 * and again until the caller's deadline. A read that was passed on is never passed on again.
 */
public final class Hops implements Relay, AutoCloseable {

    private static final String GONE_SO_LONG = "The page can't be read at the moment.";

    private final HostInfo self;
    private final HopSeal seal;
    private final Neighbours neighbours;

    /** {@code self} is where the others find this instance, {@code secret} what all of them know and nobody else. */
    public Hops(final HostInfo self, final byte[] secret, final InstantSource clock) {
        this.self = self;
        this.seal = new HopSeal(secret, clock);
        this.neighbours = new Neighbours(seal);
    }

    @Override
    public Handler reading(final Handler local) {
        return ctx -> {
            final String mark = ctx.header(HopSeal.HEADER);
            if (mark != null) {
                asNeighbour(ctx, local, mark);
            } else {
                reach(
                        () -> Asking.of(ctx),
                        Requests.deadline(ctx),
                        () -> handled(local, ctx),
                        answer -> tell(ctx, answer));
            }
        };
    }

    @Override
    public byte[] part(final String path, final long deadline, final Supplier<byte[]> local) {
        return reach(() -> new Asking(path, Map.of()), deadline, local::get, Hops::body);
    }

    private void asNeighbour(final Context ctx, final Handler local, final String header) throws Exception {
        final HopMark mark = seal.open(header, self, Asking.of(ctx))
                .orElseThrow(() -> new RefusedException(
                        403, "FORBIDDEN", HopSeal.HEADER + " is for instances of one cluster among themselves."));
        Requests.deadline(ctx, Patience.deadline(mark.left()));
        try {
            mark.reach().call(() -> handled(local, ctx));
        } catch (final ElsewhereException e) {
            throw new NotThereException("The page is not here.");
        }
    }

    private <T, X extends Exception> T reach(
            final Supplier<Asking> asking,
            final long deadline,
            final ScopedValue.CallableOp<T, X> local,
            final Function<HttpResponse<byte[]>, T> passedOn)
            throws X {
        while (true) {
            final Homes homes;
            try {
                return Reach.ANYWHERE.call(local);
            } catch (final ElsewhereException e) {
                homes = e.homes();
            }
            final List<Way> ways = ways(homes);
            for (int i = 0; i < ways.size(); i++) {
                final Duration share = Patience.left(deadline).dividedBy(i < ways.size() - 1 ? 2 : 1);
                final Optional<T> answer = ways.get(i).host().equals(self)
                        ? ours(local)
                        : neighbours
                                .ask(ways.get(i).host(), ways.get(i).as(), asking.get(), share)
                                .map(passedOn);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            if (!Patience.napBefore(deadline)) {
                throw new NotThereException(GONE_SO_LONG);
            }
        }
    }

    private record Way(HostInfo host, Reach as) {}

    /** The owner first, unless it was silent just now. */
    private List<Way> ways(final Homes homes) {
        final List<Way> ways = new ArrayList<>();
        homes.copies().forEach(copy -> ways.add(new Way(copy, Reach.COPIED)));
        final HostInfo owner = homes.owner();
        if (owner != null && !owner.equals(self)) {
            ways.add(neighbours.silent(owner) ? ways.size() : 0, new Way(owner, Reach.OWNED));
        }
        return ways;
    }

    private static <T, X extends Exception> Optional<T> ours(final ScopedValue.CallableOp<T, X> local) throws X {
        try {
            return Optional.of(Reach.COPIED.call(local));
        } catch (final ElsewhereException e) {
            return Optional.empty();
        }
    }

    private static boolean handled(final Handler local, final Context ctx) throws Exception {
        local.handle(ctx);
        return true;
    }

    private static boolean tell(final Context ctx, final HttpResponse<byte[]> answer) {
        Answers.tell(ctx, answer);
        return true;
    }

    private static byte[] body(final HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new NotThereException(GONE_SO_LONG);
        }
        return answer.body();
    }

    @Override
    public void close() {
        neighbours.close();
    }
}
