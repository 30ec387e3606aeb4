package io.millrace.infra.faults;

import io.millrace.infra.faults.Script.Line;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes on at all businesses at once. */
final class Scripts {

    /** Each business has these; the bank's are the accounts of as many people. */
    static final List<String> DESKS = List.of("d0", "d1", "d2");

    /** Some of them come twice, and are refused the second time. */
    private static final List<String> NEWCOMERS =
            IntStream.range(0, 400).mapToObj(n -> "newcomer-" + n).toList();

    private static final Script CAFE = new Script(
            "cafe",
            DESKS,
            "/cafe/shops/{desk}",
            List.of("/cafe/shops/{desk}/orders", "/cafe/customers/{who}"),
            false,
            opening(
                    // nobody pays in time when everything stands still: alarms have to ring
                    new Line(1, "PUT", "", "{'name':'{desk}','paymentTimeout':'PT5S'}"),
                    "menu",
                    "{'item':'{thing}','name':'{thing}','price':4500,'stock':40}"),
            List.of(
                    new Line(
                            6,
                            "POST",
                            "orders",
                            "{'customer':'{who}','type':'TAKEOUT','lines':[{'item':'{thing}','quantity':{q}}]}"),
                    new Line(3, "PATCH", "payments/{n}", "{'status':'APPROVED'}"),
                    new Line(2, "PATCH", "productions/{n}", "{'status':'COMPLETED'}"),
                    new Line(2, "PATCH", "orders/{n}", "{'status':'CANCELED'}"),
                    new Line(1, "POST", "menu/{thing}/restocks", "{'quantity':{q}}")));

    private static final Script COFFEESHOP = new Script(
            "coffeeshop",
            DESKS,
            "/coffeeshop/shops/{desk}",
            List.of("/coffeeshop/shops/{desk}/orders", "/coffeeshop/customers/{who}"),
            false,
            opening(null, "stocks", "{'product':'{thing}','quantity':20}"),
            List.of(
                    new Line(6, "POST", "orders", "{'customer':'{who}','product':'{thing}','quantity':{q}}"),
                    new Line(2, "PATCH", "orders/{n}", "{'status':'CANCELED'}"),
                    new Line(2, "POST", "stocks/{thing}/restocks", "{'quantity':{q}}")));

    private static final Script RENTAL = new Script(
            "rental",
            DESKS,
            "/rental/depots/{desk}",
            List.of("/rental/depots/{desk}/orders", "/rental/employees/{who}"),
            false,
            opening(null, "equipment", "{'equipment':'{thing}','name':'{thing}','stock':20}"),
            List.of(
                    new Line(6, "POST", "orders", "{'employee':'{who}','equipment':'{thing}','quantity':{q}}"),
                    new Line(3, "PATCH", "orders/{n}", "{'status':'RETURNED'}"),
                    new Line(1, "PATCH", "orders/{n}", "{'status':'CANCELLED'}"),
                    new Line(1, "POST", "equipment/{thing}/restocks", "{'quantity':{q}}")));

    private static final Script RIDERS = new Script(
            "riders",
            DESKS,
            "/riders/zones/{desk}",
            List.of("/riders/zones/{desk}/deliveries", "/riders/riders/{who}"),
            false,
            List.of(),
            List.of(
                    new Line(4, "POST", "deliveries", "{'restaurant':'{thing}','destination':'{who}','cost':3000}"),
                    new Line(4, "PATCH", "deliveries/{n}", "{'status':'ACCEPTED','rider':'{who}'}"),
                    new Line(3, "PATCH", "deliveries/{n}", "{'status':'COMPLETED','rider':'{who}'}"),
                    new Line(1, "PATCH", "deliveries/{n}", "{'status':'CANCELED'}")));

    private static final Script BANK = new Script(
            "bank",
            DESKS,
            "/bank",
            List.of("/bank/accounts/{desk}/history", "/bank/customers/" + Cast.holder("{desk}")),
            true,
            List.of(new Line(1, "POST", "requests", "{'account':'{desk}','kind':'OPEN','amount':50000}")),
            List.of(
                    new Line(4, "POST", "requests", "{'account':'{desk}','kind':'DEPOSIT','amount':{q}000}"),
                    new Line(5, "POST", "requests", "{'account':'{desk}','kind':'WITHDRAW','amount':{q}000}"),
                    new Line(1, "POST", "requests", "{'account':'{desk}','kind':'BALANCE'}"),
                    new Line(8, "POST", "transfers", "{'from':'{desk}','to':'{other}','amount':{q}000}")));

    private static final Script PEOPLE = new Script(
            "people",
            NEWCOMERS,
            "/people",
            List.of(),
            false,
            List.of(),
            List.of(new Line(1, "POST", "", "{'id':'{desk}','name':'{who}','password':'{desk} and a secret'}")));

    static final List<Script> ALL = List.of(CAFE, COFFEESHOP, RENTAL, RIDERS, BANK, PEOPLE);

    private Scripts() {}

    /** What its topics take from anybody: who asks is known to the façade alone elsewhere. */
    static boolean isPublic(final Script script) {
        return script != BANK && script != PEOPLE;
    }

    private static List<Line> opening(final @Nullable Line first, final String path, final String body) {
        final Stream<Line> each =
                Script.THINGS.stream().map(thing -> new Line(1, "POST", path, body.replace("{thing}", thing)));
        return Stream.concat(Stream.ofNullable(first), each).toList();
    }
}
