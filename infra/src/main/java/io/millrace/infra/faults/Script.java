package io.millrace.infra.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What people do at one business's desks, as lines with blanks in them: {@code {n}} is one of the numbers there are,
 * {@code {q}} a quantity, {@code {thing}} something on the shelf, {@code {who}} a person.
 */
record Script(String business, String desks, List<Line> opening, List<Line> life) {

    record Line(int weight, String method, String path, String body) {}

    static final List<String> THINGS = List.of("latte", "mocha", "tea");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cho", "dan", "eun", "fay");

    static final List<Script> ALL = List.of(
            new Script(
                    "cafe",
                    "shops",
                    opening("menu", "{'item':'{thing}','name':'{thing}','price':4500,'stock':40}"),
                    List.of(
                            new Line(
                                    6,
                                    "POST",
                                    "orders",
                                    "{'customer':'{who}','type':'TAKEOUT','lines':[{'item':'{thing}','quantity':{q}}]}"),
                            new Line(3, "PATCH", "payments/{n}", "{'status':'APPROVED'}"),
                            new Line(2, "PATCH", "productions/{n}", "{'status':'COMPLETED'}"),
                            new Line(2, "PATCH", "orders/{n}", "{'status':'CANCELED'}"),
                            new Line(1, "POST", "menu/{thing}/restocks", "{'quantity':{q}}"))),
            new Script(
                    "coffeeshop",
                    "shops",
                    opening("stocks", "{'product':'{thing}','quantity':20}"),
                    List.of(
                            new Line(6, "POST", "orders", "{'customer':'{who}','product':'{thing}','quantity':{q}}"),
                            new Line(2, "PATCH", "orders/{n}", "{'status':'CANCELED'}"),
                            new Line(2, "POST", "stocks/{thing}/restocks", "{'quantity':{q}}"))),
            new Script(
                    "rental",
                    "depots",
                    opening("equipment", "{'equipment':'{thing}','name':'{thing}','stock':20}"),
                    List.of(
                            new Line(6, "POST", "orders", "{'employee':'{who}','equipment':'{thing}','quantity':{q}}"),
                            new Line(3, "PATCH", "orders/{n}", "{'status':'RETURNED'}"),
                            new Line(1, "PATCH", "orders/{n}", "{'status':'CANCELLED'}"),
                            new Line(1, "POST", "equipment/{thing}/restocks", "{'quantity':{q}}"))),
            new Script(
                    "riders",
                    "zones",
                    List.of(),
                    List.of(
                            new Line(
                                    4,
                                    "POST",
                                    "deliveries",
                                    "{'restaurant':'{thing}','destination':'{who}','cost':3000}"),
                            new Line(4, "PATCH", "deliveries/{n}", "{'status':'ACCEPTED','rider':'{who}'}"),
                            new Line(3, "PATCH", "deliveries/{n}", "{'status':'COMPLETED','rider':'{who}'}"),
                            new Line(1, "PATCH", "deliveries/{n}", "{'status':'CANCELED'}"))));

    private static List<Line> opening(final String path, final String body) {
        return THINGS.stream()
                .map(thing -> new Line(1, "POST", path, body.replace("{thing}", thing)))
                .toList();
    }

    String path(final String desk, final String below) {
        return "/" + business + "/" + desks + "/" + desk + "/" + below;
    }

    Line next(final Random random) {
        int drawn = random.nextInt(life.stream().mapToInt(Line::weight).sum());
        for (final Line line : life) {
            drawn -= line.weight();
            if (drawn < 0) {
                return line;
            }
        }
        throw new IllegalStateException("weights don't add up");
    }

    /** Fills the blanks; {@code numbers} is the highest number there is. */
    static String filled(final String text, final Map<String, String> blanks) {
        String filled = text.replace('\'', '"');
        for (final Map.Entry<String, String> blank : blanks.entrySet()) {
            filled = filled.replace(blank.getKey(), blank.getValue());
        }
        return filled;
    }

    /** Mostly one of the last few. */
    static Map<String, String> blanks(final Random random, final long highest) {
        final long back = random.nextInt(4) == 0 ? random.nextLong(Math.max(1, highest)) : random.nextInt(6);
        return Map.of(
                "{n}", Long.toString(Math.max(1, highest - back)),
                "{q}", Integer.toString(1 + random.nextInt(4)),
                "{thing}", THINGS.get(random.nextInt(THINGS.size())),
                "{who}", PEOPLE.get(random.nextInt(PEOPLE.size())));
    }

    static @Nullable String body(final Line line, final Map<String, String> blanks) {
        return line.body().isEmpty() ? null : filled(line.body(), blanks);
    }
}
