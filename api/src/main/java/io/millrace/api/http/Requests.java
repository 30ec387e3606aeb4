package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.json.MalformedException;
import io.millrace.api.json.Problems;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every request may say in the same way: its key, its patience, its tokens, its body. */
public final class Requests {

    public static final String KEY = "Idempotency-Key";
    public static final String TOKEN = "Journal-Token";

    /** What live streams add to tokens for their ids: which notice of an event it is, and where else the stream was. */
    private static final Pattern OF_STREAMS = Pattern.compile("(?<=@[0-9]{1,18})(\\.[0-9]+)?(~[^,]*)?(?=\\s*(,|$))");

    public static final String PREFER = "Prefer";
    public static final int LARGEST_BODY = 64 * 1024;

    private static final String DEADLINE = "millrace-deadline";
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(2);
    private static final int LONGEST_WAIT = 30;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?(?:$|[,;\\s])");
    private static final int LONGEST_KEY = 128;

    private Requests() {}

    /** The desk in the path. */
    public static String desk(final Context ctx, final Business business) {
        return checked(ctx.pathParam("desk"), business.deskWord(), Checks.named(business.deskIs()));
    }

    /** The same, to be named together with what else is wrong. */
    public static String desk(final Context ctx, final Business business, final Problems problems) {
        return checked(ctx.pathParam("desk"), business.deskWord(), Checks.named(business.deskIs()), problems);
    }

    public static String checked(final String value, final String field, final Checks.Check check) {
        final Problems problems = new Problems();
        final String checked = checked(value, field, check, problems);
        problems.orThrow();
        return checked;
    }

    static String checked(final String value, final String field, final Checks.Check check, final Problems problems) {
        if (!check.holds().test(value)) {
            problems.add(field, "must be " + check.words());
        }
        return value;
    }

    /** The key the caller knows this write by; theirs or a new one, it is always told back. */
    public static String key(final Context ctx) {
        final Problems problems = new Problems();
        final String key = key(ctx, problems);
        problems.orThrow();
        return key;
    }

    /** The same, to be named together with what else is wrong. */
    public static String key(final Context ctx, final Problems problems) {
        final String given = ctx.header(KEY);
        final String key = given == null ? Keys.next() : given;
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            problems.add(KEY, "must be 1 to 128 visible ASCII characters");
        } else {
            ctx.header(KEY, key);
        }
        return key;
    }

    /** How long the caller wants to wait, as {@code Prefer: wait=N} says it. */
    public static Duration patience(final Context ctx) {
        final String prefer = ctx.header(PREFER);
        if (prefer == null) {
            return DEFAULT_WAIT;
        }
        final Matcher wait = WAIT.matcher(prefer);
        return wait.find() ? Duration.ofSeconds(Math.min(LONGEST_WAIT, Integer.parseInt(wait.group(1)))) : DEFAULT_WAIT;
    }

    /** When the caller stops waiting, by {@link System#nanoTime()}: the same whoever asks, and however often. */
    public static long deadline(final Context ctx) {
        final Long known = ctx.attribute(DEADLINE);
        if (known != null) {
            return known;
        }
        final long deadline = Patience.deadline(patience(ctx));
        ctx.attribute(DEADLINE, deadline);
        return deadline;
    }

    /** It was set elsewhere. */
    public static void deadline(final Context ctx, final long deadline) {
        ctx.attribute(DEADLINE, deadline);
    }

    /** The places in the journal that the answer has to have reached. */
    public static List<Token> tokens(final Context ctx) {
        final String given = ctx.header(TOKEN);
        return given == null || given.isBlank()
                ? List.of()
                : Token.parseAll(OF_STREAMS.matcher(given).replaceAll(""))
                        .orElseThrow(() -> new MalformedException(
                                TOKEN,
                                "must be a token as it was given, such as cafe/gangnam@17, or several with commas"));
    }

    public static byte[] body(final Context ctx) {
        if (!isJson(ctx.contentType())) {
            throw new RefusedException(
                    415, "UNSUPPORTED_MEDIA_TYPE", "The body must be JSON, with Content-Type: application/json.");
        }
        final long announced = ctx.req().getContentLengthLong();
        if (announced > WholeBodies.MOST_READ) {
            throw tooLarge();
        }
        try {
            final int most = announced < 0 ? LARGEST_BODY + 1 : (int) Math.min(announced, LARGEST_BODY + 1);
            final byte[] body = ctx.req().getInputStream().readNBytes(most);
            if (body.length > LARGEST_BODY) {
                throw tooLarge();
            }
            return body;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The query, of which every name must be known, and given once. */
    public static Map<String, String> query(final Context ctx, final Set<String> known) {
        final Problems problems = new Problems();
        final Map<String, String> query = query(ctx, known, problems);
        problems.orThrow();
        return query;
    }

    /** The same, to be named together with what else is wrong. */
    static Map<String, String> query(final Context ctx, final Set<String> known, final Problems problems) {
        if (ctx.queryString() == null) {
            return Map.of();
        }
        final Map<String, String> query = new HashMap<>();
        ctx.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(
                        name,
                        known.isEmpty()
                                ? "is unknown here; nothing is to be asked"
                                : "is unknown here; there is: "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            } else if (values.size() == 1) {
                query.put(name, values.getFirst());
            } else {
                problems.add(name, "is given twice");
            }
        });
        return query;
    }

    private static boolean isJson(final @Nullable String type) {
        if (type == null) {
            return false;
        }
        final int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().equalsIgnoreCase("application/json");
    }

    private static RefusedException tooLarge() {
        return new RefusedException(413, "TOO_LARGE", "The body is over 64 KiB.");
    }
}
