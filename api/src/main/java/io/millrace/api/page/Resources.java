package io.millrace.api.page;

import io.millrace.api.json.Values;
import io.millrace.backbone.Business;
import io.millrace.backbone.Held;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Pushes;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Token;
import io.millrace.schemas.Row;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** How a business's things look from outside: whose desk they are at, what they hold, and their token. */
public final class Resources {

    private static final String UPDATED_AT = "updatedAt";

    private final Business business;
    private final Map<Class<?>, Listing<?>> byType = new HashMap<>();
    private final Map<String, Listing<?>> byShelf = new HashMap<>();

    public Resources(final Business business) {
        this.business = business;
        for (final Listing<?> listing : business.listings()) {
            byType.putIfAbsent(listing.shelf().type(), listing);
            byShelf.putIfAbsent(listing.shelf().name(), listing);
        }
    }

    /** One thing: a record, or what a listing makes of one. */
    public void write(
            final JsonGenerator json,
            final String desk,
            final Object view,
            final @Nullable Token token,
            final @Nullable Instant changedAt) {
        json.writeStartObject();
        json.writeName(business.deskWord());
        json.writeString(desk);
        Values.fields(json, view);
        if (changedAt != null && !has(view, UPDATED_AT)) {
            Values.field(json, UPDATED_AT, changedAt);
        }
        if (token != null) {
            json.writeName("token");
            json.writeString(token.toString());
        }
        json.writeEndObject();
    }

    /** A page's value, whatever it is made of: rows in it are written as the list they are on shows them. */
    public void page(final JsonGenerator json, final @Nullable Object value) {
        switch (value) {
            case Held<?> held -> held(json, held);
            case Map<?, ?> map -> {
                json.writeStartObject();
                map.forEach((name, inner) -> {
                    if (inner != null) {
                        json.writeName(String.valueOf(name));
                        page(json, inner);
                    }
                });
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                list.forEach(inner -> page(json, inner));
                json.writeEndArray();
            }
            case Optional<?> maybe -> page(json, maybe.orElse(null));
            case null, default -> Values.write(json, value);
        }
    }

    private void held(final JsonGenerator json, final Held<?> held) {
        final Row row = held.row();
        final Listing<?> listing = byShelf.get(row.getShelf());
        final Object seen = listing == null ? held.value() : view(listing, held.value());
        write(json, row.getDesk(), seen == null ? Map.of() : seen, token(row), changedAt(row));
    }

    /** When a row changed last, be it by an event or by how its notice fared. */
    public static Instant changedAt(final Row row) {
        return row.getRevisedAt() == null ? row.getAt() : row.getRevisedAt();
    }

    public Token token(final Row row) {
        return new Token(business.name(), row.getDesk(), row.getSeq());
    }

    /** What a list shows of a thing; null where it has no place on the list. */
    public static <T extends SpecificRecord> @Nullable Object view(
            final Listing<T> listing, final @Nullable Object value) {
        return listing.view().apply(listing.shelf().type().cast(value));
    }

    /** The list that things of this type are on first of all. */
    public Optional<Listing<?>> listingOf(final SpecificRecord thing) {
        return Optional.ofNullable(byType.get(thing.getClass()));
    }

    /** The address of a thing. */
    public String address(final String desk, final Listing<?> listing, final SpecificRecord thing) {
        final String list = listing.besideDesks()
                ? "/" + business.name() + "/" + listing.path() + "/" + desk
                : desk(desk) + "/" + listing.path();
        return list + "/"
                + URLEncoder.encode(outerId(listing.shelf(), idOf(listing.shelf(), thing)), StandardCharsets.UTF_8);
    }

    public String desk(final String desk) {
        return business.path() + "/" + desk;
    }

    public static <T extends SpecificRecord> String idOf(final Shelf<T> shelf, final Object thing) {
        return shelf.idOf().apply(shelf.type().cast(thing));
    }

    /** Numbers stand on their shelves with leading zeros, and in paths without. */
    public static String outerId(final Shelf<?> shelf, final String id) {
        return shelf.numbered() ? Long.toString(Long.parseLong(id)) : id;
    }

    /** What comes in the order it was made is shown newest first; what has a name, by name. */
    public static boolean newestFirst(final Listing<?> listing) {
        return (listing.shelf().numbered() || listing.shelf() == Pushes.SHELF) && !listing.oldestFirst();
    }

    private static boolean has(final Object view, final String field) {
        return switch (view) {
            case Map<?, ?> map -> map.containsKey(field);
            case SpecificRecord record -> record.getSchema().getField(field) != null;
            default -> false;
        };
    }
}
