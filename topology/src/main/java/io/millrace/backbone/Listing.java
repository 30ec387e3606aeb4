package io.millrace.backbone;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A shelf as a page shows it: a list with filters, and one by one. What the view makes null is not on this list: an
 * order without a delivery has no place among the deliveries.
 */
public record Listing<T extends SpecificRecord>(
        String path,
        Shelf<T> shelf,
        Function<T, @Nullable Object> view,
        Map<String, Filter<T>> filters,
        boolean oldestFirst,
        boolean besideDesks,
        @Nullable Access access) {

    /** What a filter compares with, and the values it can have; none: any, or any that is fit to be one ({@code is}). */
    public record Filter<T>(
            Function<T, @Nullable String> of,
            Set<String> values,
            @Nullable String is) {}

    public static <T extends SpecificRecord> Listing<T> of(final String path, final Shelf<T> shelf) {
        return new Listing<>(path, shelf, row -> row, Map.of(), false, false, null);
    }

    public Listing<T> as(final Function<T, @Nullable Object> anotherView) {
        return new Listing<>(path, shelf, anotherView, filters, oldestFirst, besideDesks, access);
    }

    /** In the order in which things came, as who waits expects: what waits longest is on top. */
    public Listing<T> fromOldest() {
        return new Listing<>(path, shelf, view, filters, true, besideDesks, access);
    }

    /** Is found at {@code /bank/transfers/savings} beside {@code /bank/accounts/savings/transfers}, and is known by that. */
    public Listing<T> besideTheDesks() {
        return new Listing<>(path, shelf, view, filters, oldestFirst, true, access);
    }

    /** Who may see it; what is somebody's own they find by the filter of that name. */
    public Listing<T> seenBy(final Access who) {
        return new Listing<>(path, shelf, view, filters, oldestFirst, besideDesks, who);
    }

    /** Filters by an enum's name; any other value is refused. */
    public <S extends Enum<S>> Listing<T> filter(
            final String name, final Class<S> values, final Function<T, @Nullable S> by) {
        final Set<String> names = new LinkedHashSet<>();
        for (final S value : values.getEnumConstants()) {
            names.add(value.name());
        }
        return with(name, new Filter<>(row -> nameOf(by.apply(row)), names, null));
    }

    /** Filters by a text, such as who an order is for. */
    public Listing<T> filterText(final String name, final Function<T, @Nullable String> by) {
        return with(name, new Filter<>(by, Set.of(), null));
    }

    /** The same, where no such text can be anything but what that check of {@link Checks} lets in. */
    public Listing<T> filterText(final String name, final String is, final Function<T, @Nullable String> by) {
        return with(name, new Filter<>(by, Set.of(), is));
    }

    private static @Nullable String nameOf(final @Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Listing<T> with(final String name, final Filter<T> filter) {
        final Map<String, Filter<T>> more = new LinkedHashMap<>(filters);
        more.put(name, filter);
        return new Listing<>(path, shelf, view, more, oldestFirst, besideDesks, access);
    }
}
