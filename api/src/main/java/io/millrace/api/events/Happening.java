package io.millrace.api.events;

import io.millrace.api.json.Json;
import io.millrace.api.json.Values;
import io.millrace.backbone.Business;
import io.millrace.backbone.Saying;
import io.millrace.backbone.Token;
import io.millrace.backbone.stream.Reading;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.wire.AvroCodec;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One event and the notices that follow from it, in that order: parts 0, 1, 2, … Notices are a pure function of the
 * event, so that one topic tells all there is, and a place in it says exactly what was told.
 */
final class Happening {

    private final Business business;
    private final JournalEntry entry;
    private final List<Saying> sayings;
    private final byte[] @Nullable [] json;
    private final byte[] @Nullable [] frames;

    private Happening(final Business business, final JournalEntry entry) {
        this.business = business;
        this.entry = entry;
        this.sayings = business.notices().apply(entry.event());
        this.json = new byte[1 + sayings.size()][];
        this.frames = new byte[1 + sayings.size()][];
    }

    static Happening of(final Business business, final AvroCodec codec, final byte @Nullable [] value) {
        return new Happening(business, Reading.as(JournalEntry.class, codec, value));
    }

    String desk() {
        return entry.getDesk();
    }

    long seq() {
        return entry.getSeq();
    }

    int parts() {
        return 1 + sayings.size();
    }

    Set<String> people() {
        final Set<String> people = NamedPeople.in(business, entry.event());
        sayings.forEach(saying -> people.add(saying.person()));
        return people;
    }

    boolean concerns(final String person, final int part) {
        return part == 0
                ? NamedPeople.in(business, entry.event()).contains(person)
                : sayings.get(part - 1).person().equals(person);
    }

    byte[] json(final int part) {
        byte[] text = json[part];
        if (text == null) {
            text = part == 0 ? event() : notice(part - 1);
            json[part] = text;
        }
        return text;
    }

    /** The part as it goes over the wire to whoever listens at its desk. */
    byte[] frame(final int part) {
        byte[] bytes = frames[part];
        if (bytes == null) {
            bytes = Frames.event(id(part), json(part));
            frames[part] = bytes;
        }
        return bytes;
    }

    /** The event's token; after it, which of its notices. */
    String id(final int part) {
        return part == 0 ? token() : token() + "." + part;
    }

    private String token() {
        return new Token(business.name(), entry.getDesk(), entry.getSeq()).toString();
    }

    private byte[] event() {
        return Json.bytes(out -> {
            out.writeStartObject();
            Values.field(out, "type", entry.event().getClass().getSimpleName());
            Values.field(out, "token", token());
            Values.field(out, "business", business.name());
            Values.field(out, "desk", entry.getDesk());
            Values.field(out, "at", entry.getAt());
            Values.field(out, "command", entry.getCommand());
            Values.field(out, "commandId", entry.getCommandId());
            Values.field(out, "actor", entry.getActor());
            Values.field(out, "cause", entry.getCause());
            Values.field(out, "data", entry.event());
            out.writeEndObject();
        });
    }

    private byte[] notice(final int n) {
        final Saying saying = sayings.get(n);
        return Json.bytes(out -> {
            out.writeStartObject();
            Values.field(out, "type", "notice");
            Values.field(out, "token", token());
            Values.field(out, "business", business.name());
            Values.field(out, "desk", entry.getDesk());
            Values.field(out, "at", entry.getAt());
            Values.field(out, "id", n == 0 ? token() : token() + "." + n);
            Values.field(out, "about", saying.about());
            Values.field(out, "person", saying.person());
            Values.field(out, "message", saying.message());
            out.writeEndObject();
        });
    }
}
