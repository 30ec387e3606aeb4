package io.millrace.backbone;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of thing a desk keeps: its items, its orders. Books and pages have the same shelves, but for those that are
 * not {@code shown}. {@code numbered}: its things go by numbers; {@code counted}: the desk counts on this shelf which
 * number is next; {@code asked}: which id is meant by what somebody asked for, at a place such as {@code cafe/gangnam@}.
 */
public record Shelf<T extends SpecificRecord>(
        String name,
        Class<T> type,
        boolean numbered,
        boolean counted,
        boolean shown,
        Function<T, String> idOf,
        BiFunction<String, String, Optional<String>> asked) {

    private static final int NUMBER_DIGITS = 12;

    /** A shelf whose things have names of their own. */
    public static <T extends SpecificRecord> Shelf<T> named(
            final String name, final Class<T> type, final Function<T, String> idOf) {
        return new Shelf<>(name, type, false, false, true, idOf, Shelf::asGiven);
    }

    /** A shelf whose things are numbered by the desk: 1, 2, 3, … */
    public static <T extends SpecificRecord> Shelf<T> numbered(
            final String name, final Class<T> type, final Function<T, Long> numberOf) {
        return new Shelf<>(name, type, true, true, true, row -> numberId(numberOf.apply(row)), Shelf::asGiven);
    }

    /** A shelf whose things go by numbers that were given on another shelf, as a call does by its delivery's. */
    public static <T extends SpecificRecord> Shelf<T> byNumber(
            final String name, final Class<T> type, final Function<T, Long> numberOf) {
        return new Shelf<>(name, type, true, false, true, row -> numberId(numberOf.apply(row)), Shelf::asGiven);
    }

    /** A shelf that holds one thing per desk, such as its house rules. */
    public static <T extends SpecificRecord> Shelf<T> single(final String name, final Class<T> type) {
        return new Shelf<>(name, type, false, false, true, _ -> "the", Shelf::asGiven);
    }

    /** The same, where an id is shown otherwise than it is kept. */
    public Shelf<T> askedBy(final BiFunction<String, String, Optional<String>> id) {
        return new Shelf<>(name, type, numbered, counted, shown, idOf, id);
    }

    /** The same, for rules alone: no page shows what is on it, so none keeps it. */
    public Shelf<T> forRules() {
        return new Shelf<>(name, type, numbered, counted, false, idOf, asked);
    }

    private static Optional<String> asGiven(final String given, final String here) {
        return Optional.of(given);
    }

    /** Numbers as ids sort as numbers do. */
    public static String numberId(final long number) {
        return padded(number, NUMBER_DIGITS);
    }

    /** Numbers with zeros before them; every command and event needs some, and formatting is slow. */
    public static String padded(final long number, final int digits) {
        final String plain = Long.toString(number);
        return plain.length() >= digits ? plain : "0".repeat(digits - plain.length()) + plain;
    }
}
