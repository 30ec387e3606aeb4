package io.millrace.backbone;

import io.millrace.schemas.Notice;
import io.millrace.schemas.Push;
import io.millrace.schemas.PushState;

/** Every business's notices, as a page: what was said to whom, and whether it has reached them. */
public final class Pushes {

    public static final Shelf<Push> SHELF = Shelf.named("pushes", Push.class, push -> placed(push.getId()));

    private Pushes() {}

    public static Push waiting(final Notice notice) {
        return new Push(
                notice.getId(),
                notice.getAbout(),
                notice.getPerson(),
                notice.getMessage(),
                notice.getAt(),
                PushState.WAITING,
                null);
    }

    /** The id as it sorts: {@code cafe/gangnam@17.1} stands at {@code 000000000017.1}. */
    private static String placed(final String id) {
        final String[] place = id.substring(id.lastIndexOf('@') + 1).split("\\.", 2);
        return Shelf.numberId(Long.parseLong(place[0])) + (place.length > 1 ? "." + place[1] : "");
    }
}
