package io.millrace.api.http;

import io.millrace.backbone.Business;
import io.millrace.backbone.quarantine.KeptPage;
import io.millrace.schemas.ActDone;
import io.millrace.schemas.Kept;
import io.millrace.schemas.KeptHeader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a record in quarantine looks from outside: readable wherever it is, and otherwise in Base64. */
final class KeptJson {

    private static final String AGAIN = "millrace-again";

    private KeptJson() {}

    /** A line of the list. */
    static Map<String, @Nullable Object> line(final Business business, final Kept kept) {
        final Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", kept.getId());
        line.put("business", business.name());
        line.put("state", kept.getState());
        line.put("desk", kept.getKey() == null ? null : readable(KeptPage.bytes(kept.getKey())));
        line.put("topic", kept.getTopic());
        line.put("partition", kept.getPartition());
        line.put("offset", kept.getOffset());
        line.put("reader", kept.getReader());
        line.put("reason", kept.getReason());
        line.put("at", kept.getAt());
        line.put("times", kept.getTimes());
        kept.getActs().stream()
                .filter(ActDone::getAccepted)
                .reduce((_, last) -> last)
                .ifPresent(act -> {
                    line.put("by", act.getBy());
                    line.put("decidedAt", act.getAt());
                });
        return line;
    }

    /** All of it. */
    static Map<String, @Nullable Object> whole(final Business business, final KeptPage page, final Kept kept) {
        final Map<String, @Nullable Object> whole = line(business, kept);
        whole.put("key", readable(KeptPage.bytes(kept.getKey())));
        final List<Object> headers = new ArrayList<>();
        for (final KeptHeader header : kept.getHeaders()) {
            final Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", header.getName());
            one.put("value", readable(KeptPage.bytes(header.getValue())));
            headers.add(one);
            if (header.getName().equals(AGAIN)) {
                whole.put("retryOf", readable(KeptPage.bytes(header.getValue())));
            }
        }
        whole.put("headers", headers);
        whole.put("payload", payload(page, kept));
        whole.put("stack", kept.getStack());
        whole.put("retriable", page.canBeRetried(kept));
        whole.put("acts", kept.getActs().stream().map(KeptJson::act).toList());
        return whole;
    }

    /** What a decision came to: the same whenever it is asked for. */
    static Map<String, @Nullable Object> act(final ActDone done) {
        final Map<String, @Nullable Object> act = new LinkedHashMap<>();
        act.put("id", done.getId());
        act.put("act", done.getAct());
        act.put("state", done.getState());
        act.put("accepted", done.getAccepted());
        act.put("by", done.getBy());
        act.put("at", done.getAt());
        return act;
    }

    private static @Nullable Map<String, @Nullable Object> payload(final KeptPage page, final Kept kept) {
        final byte[] value = KeptPage.bytes(kept.getValue());
        if (value == null) {
            return null;
        }
        final Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("bytes", value.length);
        page.payload(kept)
                .ifPresentOrElse(
                        record -> {
                            payload.put("type", record.getSchema().getFullName());
                            payload.put("value", record);
                        },
                        () -> payload.put("text", text(value)));
        payload.put("base64", Base64.getEncoder().encodeToString(value));
        return payload;
    }

    /** As text, or else in Base64. */
    private static @Nullable String readable(final byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        final String text = text(bytes);
        return text == null ? Base64.getEncoder().encodeToString(bytes) : text;
    }

    private static @Nullable String text(final byte[] bytes) {
        try {
            final CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))
                    ? null
                    : text.toString();
        } catch (final CharacterCodingException e) {
            return null;
        }
    }
}
