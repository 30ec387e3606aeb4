package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Token;
import io.millrace.schemas.Receipt;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What this instance answered last, by desk, by person and by command: whoever looks without a token, as people with
 * browsers and {@code curl} do, should see what they were just told. It is a courtesy and no promise, so that it needs no
 * more than a fixed number of places; what is forgotten is read as it is.
 */
public final class Answered {

    private static final int PLACES = 1 << 13;

    private record Last(String where, Token token) {}

    private final AtomicReferenceArray<@Nullable Last> places = new AtomicReferenceArray<>(PLACES);

    public void note(final Business business, final Receipt receipt) {
        final Token token = new Token(business.name(), receipt.getDesk(), receipt.getSeq());
        note(new Last(command(business, receipt.getDesk(), receipt.getCommandId()), token));
        if (receipt.getRefused() != null) {
            return;
        }
        note(new Last(business.name() + "/" + receipt.getDesk(), token));
        if (receipt.getResource() instanceof SpecificRecord thing) {
            for (final Personal personal : business.personals()) {
                for (final Personal.Track<?> track : personal.tracks()) {
                    final String person = person(track, thing);
                    if (person != null) {
                        note(new Last(whose(business, personal, person), token));
                    }
                }
            }
        }
    }

    /** The newest event of a desk that somebody was answered with. */
    public Optional<Token> atDesk(final Business business, final String desk) {
        return last(business.name() + "/" + desk);
    }

    /** The newest answer with something of this person's. */
    public Optional<Token> of(final Business business, final Personal personal, final String person) {
        return last(whose(business, personal, person));
    }

    /** Whether somebody was answered to this command, so that its receipt is there or on its way. */
    public boolean to(final Business business, final String desk, final String commandId) {
        return last(command(business, desk, commandId)).isPresent();
    }

    private static <T extends SpecificRecord> @Nullable String person(
            final Personal.Track<T> track, final SpecificRecord thing) {
        return track.shelf().type() == thing.getClass()
                ? track.person().apply(track.shelf().type().cast(thing))
                : null;
    }

    /** Answers may be noted in another order than they were made in. */
    private void note(final Last last) {
        final UnaryOperator<@Nullable Last> newer = before ->
                before != null && before.where().equals(last.where()) && isAfter(before, last) ? before : last;
        places.updateAndGet(place(last.where()), newer);
    }

    private static boolean isAfter(final Last one, final Last other) {
        return one.token().desk().equals(other.token().desk())
                && one.token().seq() > other.token().seq();
    }

    private Optional<Token> last(final String where) {
        final Last last = places.get(place(where));
        return last != null && last.where().equals(where) ? Optional.of(last.token()) : Optional.empty();
    }

    private static String whose(final Business business, final Personal personal, final String person) {
        return business.name() + "/" + personal.path() + "/" + person;
    }

    private static String command(final Business business, final String desk, final String commandId) {
        return business.name() + "/" + desk + "/command/" + commandId;
    }

    private static int place(final String where) {
        return Math.floorMod(where.hashCode() * 0x9E3779B9, PLACES);
    }
}
