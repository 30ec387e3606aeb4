package io.millrace.api.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * What was sent, as it was sent: a small tree in which nothing has been converted yet, so that {@code "1"} and
 * {@code 1.0} are still told from {@code 1}. A name given twice is a problem.
 */
public final class Sent {

    /** A number that is not whole, or longer than any of ours; a text with half a character in it. */
    enum NotWhole {
        NUMBER,
        TEXT
    }

    /** Digits and a sign: what is longer is too large, and dear to convert. */
    private static final int LONGEST = 20;

    private Sent() {}

    public static Map<String, @Nullable Object> object(final byte[] body, final Problems problems) {
        try (JsonParser json = Json.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            final JsonToken first = json.nextToken();
            if (first == null) {
                throw new MalformedException("The body is missing; send a JSON object.");
            }
            if (first != JsonToken.START_OBJECT) {
                throw new MalformedException("The body must be a JSON object.");
            }
            final Map<String, @Nullable Object> sent = object(json, "", problems);
            if (json.nextToken() != null) {
                throw new MalformedException("The body must be one JSON object, with nothing behind it.");
            }
            return sent;
        } catch (final JacksonException e) {
            final var at = e.getLocation();
            throw new MalformedException("The body is not JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()) + ": "
                    + brief(e.getOriginalMessage()));
        }
    }

    private static Map<String, @Nullable Object> object(
            final JsonParser json, final String path, final Problems problems) {
        final Map<String, @Nullable Object> object = new LinkedHashMap<>();
        String name = json.nextName();
        while (name != null) {
            json.nextToken();
            final Object value = value(json, path + name, problems);
            if (object.containsKey(name)) {
                problems.add(path + name, "is given twice");
            }
            object.put(name, value);
            name = json.nextName();
        }
        return object;
    }

    private static @Nullable Object value(final JsonParser json, final String path, final Problems problems) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> text(json.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> whole(json);
            case START_OBJECT -> object(json, path + ".", problems);
            case START_ARRAY -> list(json, path, problems);
            default -> NotWhole.NUMBER;
        };
    }

    /** What has half a character can't be written as UTF-8, and would come back as something else. */
    private static Object text(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return NotWhole.TEXT;
                }
                i++;
            }
        }
        return text;
    }

    private static Object whole(final JsonParser json) {
        if (json.getStringLength() > LONGEST) {
            return NotWhole.NUMBER;
        }
        final Number number = json.getNumberValue();
        return number instanceof BigInteger ? NotWhole.NUMBER : (Object) number.longValue();
    }

    private static List<@Nullable Object> list(final JsonParser json, final String path, final Problems problems) {
        final List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json, path + "[" + list.size() + "]", problems));
        }
        return list;
    }

    /** Its first line, without what the parser calls the place where an object began: we don't let it know that. */
    private static String brief(final String message) {
        final String line = message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
