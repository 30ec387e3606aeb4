package io.millrace.api.describe;

import java.util.List;
import java.util.Map;

/** The description of the live stream. */
final class LiveStream {

    private static final String WORDS = """
            Journal events and notices as they are committed, as server-sent events; each message is one JSON object \
            whose type is the event's, or notice. Say a business and either a desk or a person. Comments keep a silent \
            line open. A message of event end is the last, and says why: STOPPING, TOO_SLOW or UNREADABLE.""";

    private LiveStream() {}

    static Map<String, Object> described() {
        final Map<String, Object> text = Tree.of("type", "string");
        return new Operation("events", "get", "/events", "What happens, live.")
                .parameter(Commons.query("business", "Whose; of a person, all businesses unless said.", text))
                .parameter(Commons.query("desk", "At this desk.", text))
                .parameter(Commons.query("person", "To this person, at all desks.", text))
                .parameter(Commons.header(
                        "Last-Event-ID",
                        "Goes on after that message, on any instance; for a desk also any token of it.",
                        Tree.of("type", "string", "examples", List.of("cafe/gangnam@17"))))
                .streams(WORDS, "text/event-stream")
                .or(400, "Malformed")
                .or(401, "Unauthenticated")
                .or(403, "Forbidden")
                .or(404, "NotFound")
                .or(503, "Busy")
                .done();
    }
}
