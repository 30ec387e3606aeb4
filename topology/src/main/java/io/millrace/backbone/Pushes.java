package io.millrace.backbone;

import io.millrace.schemas.ChannelState;
import io.millrace.schemas.Notice;
import io.millrace.schemas.NoticeOutcome;
import io.millrace.schemas.Push;
import io.millrace.schemas.PushState;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every business's notices, as a page: what was said to whom, and whether it has reached them. */
public final class Pushes {

    public static final Shelf<Push> SHELF =
            Shelf.named("pushes", Push.class, push -> placed(push.getId())).askedBy(Pushes::asked);

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,4})?");

    private Pushes() {}

    /** All that was said at a desk. */
    public static Listing<Push> listing() {
        return Listing.of(SHELF.name(), SHELF)
                .filter("state", PushState.class, Push::getState)
                .filterText("person", "person", Push::getPerson);
    }

    /** The same where people go by numbers: what is about {@code orders/17} is said of {@code order} 17. */
    public static Listing<Push> listing(final String thing, final String person) {
        return listing().as(push -> view(push, thing, person)).filterText(thing, "ordinal", Pushes::numberOf);
    }

    public static Push waiting(final Notice notice) {
        return new Push(
                notice.getId(),
                notice.getAbout(),
                notice.getPerson(),
                notice.getMessage(),
                notice.getAt(),
                PushState.WAITING,
                null,
                Map.of());
    }

    /**
     * The notice as it stands once this is known. What was sent stays sent, and older news changes nothing: so news may
     * come twice, and late.
     */
    public static Push told(final Push push, final NoticeOutcome news) {
        final ChannelState before = push.getChannels().get(news.getChannel());
        final ChannelState after = new ChannelState(news.getState(), news.getReason(), news.getAt());
        if (before != null
                && (before.getState() == PushState.SENT
                        || before.getAt().isAfter(news.getAt())
                        || before.equals(after))) {
            return push;
        }
        final Map<String, ChannelState> channels = new TreeMap<>(push.getChannels());
        channels.put(news.getChannel(), after);
        final Map.Entry<String, ChannelState> worst = worst(channels);
        return new Push(
                push.getId(),
                push.getAbout(),
                push.getPerson(),
                push.getMessage(),
                push.getAt(),
                worst.getValue().getState(),
                worst.getValue().getReason() == null
                        ? null
                        : worst.getKey() + ": " + worst.getValue().getReason(),
                channels);
    }

    private static Object view(final Push push, final String thing, final String person) {
        final Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", push.getId());
        view.put(thing, Long.valueOf(numberOf(push)));
        view.put(person, push.getPerson());
        view.put("message", push.getMessage());
        view.put("at", push.getAt());
        view.put("state", push.getState());
        if (push.getReason() != null) {
            view.put("reason", push.getReason());
        }
        return view;
    }

    private static String numberOf(final Push push) {
        return push.getAbout().substring(push.getAbout().lastIndexOf('/') + 1);
    }

    /** One channel that failed, or still tries, is what somebody has to know; else it was sent. */
    private static Map.Entry<String, ChannelState> worst(final Map<String, ChannelState> channels) {
        final List<PushState> fromBest = List.of(PushState.SENT, PushState.WAITING, PushState.FAILED);
        return Collections.max(
                channels.entrySet(),
                Comparator.comparing(
                        channel -> fromBest.indexOf(channel.getValue().getState())));
    }

    /** Where a push stands that is asked for by its id, or by as much of it as tells it from others at its desk. */
    private static Optional<String> asked(final String given, final String here) {
        final String place = given.startsWith(here) ? given.substring(here.length()) : given;
        return PLACE.matcher(place).matches() ? Optional.of(placed(place)) : Optional.empty();
    }

    /** The id as it sorts: {@code cafe/gangnam@17.1} stands at {@code 000000000017.1}. */
    public static String placed(final String id) {
        final String[] place = id.substring(id.lastIndexOf('@') + 1).split("\\.", 2);
        return Shelf.numberId(Long.parseLong(place[0])) + (place.length > 1 ? "." + place[1] : "");
    }
}
