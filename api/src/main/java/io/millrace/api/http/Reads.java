package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.page.Answered;
import io.millrace.api.page.NotThereException;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Business;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Token;
import io.millrace.backbone.page.Pages;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The one way a desk's page is read: wait for the caller's token, read, say how far the page is. A page's token is
 * taken before its rows are read, and raised by what they show, so that it never promises too much.
 */
final class Reads {

    /** A page made, and the newest event that is in it for certain; 0 if that is not known. */
    record Shown(byte[] body, long seq) {}

    private final PageSource source;
    private final Patience patience;
    private final Door door;
    private final Answered answered;

    Reads(final PageSource source, final Patience patience, final Door door, final Answered answered) {
        this.source = source;
        this.patience = patience;
        this.door = door;
        this.answered = answered;
    }

    Pages pages(final Business business) {
        return source.of(business);
    }

    Patience patience() {
        return patience;
    }

    Answered answered() {
        return answered;
    }

    void desk(
            final Context ctx,
            final Business business,
            final Sight sight,
            final BiFunction<Pages, String, Shown> page) {
        final String desk = Requests.desk(ctx, business);
        final Consumer<PageRows> reader = door.reader(ctx, business, desk, sight);
        final long wanted = wanted(ctx, business, desk);
        final long deadline = Requests.deadline(ctx);
        final Shown shown = patience.read(deadline, () -> {
            Pages pages = source.of(business);
            long applied = pages.applied(desk);
            if (applied < wanted
                    && !patience.until(deadline, () -> source.of(business).applied(desk) >= wanted)) {
                throw new NotThereException("The page is not that far yet.");
            }
            final long told = answered.atDesk(business, desk).map(Token::seq).orElse(0L);
            if (applied < Math.max(wanted, told)) {
                patience.courteously(deadline, () -> source.of(business).applied(desk) >= told);
                pages = source.of(business);
                applied = pages.applied(desk);
            }
            reader.accept(pages.desk(desk));
            Openings.check(business, pages, desk);
            token(ctx, business, desk, applied);
            final Shown made = page.apply(pages, desk);
            return new Shown(made.body(), Math.max(applied, made.seq()));
        });
        token(ctx, business, desk, shown.seq());
        Replies.send(ctx, 200, Outcome.JSON, shown.body());
    }

    private static void token(final Context ctx, final Business business, final String desk, final long seq) {
        ctx.header(Requests.TOKEN, new Token(business.name(), desk, seq).toString());
    }

    private static long wanted(final Context ctx, final Business business, final String desk) {
        long seq = 0;
        for (final Token token : Requests.tokens(ctx)) {
            if (token.business().equals(business.name()) && token.desk().equals(desk)) {
                seq = Math.max(seq, token.seq());
            }
        }
        return seq;
    }
}
