package io.millrace.api.secured;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Businesses;
import io.millrace.api.http.Route;
import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Person;
import io.millrace.api.kit.Reply;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Desks with something on them for every route, all of it {@link Samples#SELF}'s, and the addresses of that. */
final class Places {

    private static final String TOKEN = "Journal-Token";

    private final Caller caller;

    Places(final Caller caller) {
        this.caller = caller;
    }

    /** Makes one of each, and waits until the pages show it. */
    void fill(final Person self) {
        final Person boss = Person.of(caller, "boss")
                .having("'cafe/one':['owner'],'coffeeshop/one':['owner'],'rental/one':['manager'],"
                        + "'riders/one':['dispatcher']");
        boss.post("/cafe/shops/one/menu", "{'item':'thing','name':'x','price':1,'stock':1000}");
        seen(boss, "/cafe/shops/one/orders/1", self.post("/cafe/shops/one/orders", cafe()));
        boss.post("/coffeeshop/shops/one/stocks", "{'product':'thing','quantity':1}");
        seen(
                boss,
                "/coffeeshop/shops/one/orders/1",
                self.post("/coffeeshop/shops/one/orders", "{'customer':'own.one','product':'thing','quantity':1}"));
        boss.post("/rental/depots/one/equipment", "{'equipment':'thing','name':'x','stock':1000}");
        boss.put("/rental/depots/one", "{'name':'x','approval':'MANAGER'}");
        seen(
                boss,
                "/rental/depots/one/orders/1",
                self.post("/rental/depots/one/orders", "{'employee':'own.one','equipment':'thing','quantity':1}"));
        final String call = "{'restaurant':'own.one','destination':'x','cost':1}";
        self.post("/riders/zones/one/deliveries", call);
        self.post("/riders/zones/one/deliveries", call);
        seen(
                boss,
                "/riders/zones/one/deliveries/1",
                boss.patch("/riders/zones/one/deliveries/1", "{'status':'ACCEPTED','rider':'own.one'}"));
        self.post("/bank/requests", "{'account':'one','kind':'OPEN','amount':1000}");
        seen(self, "/bank/accounts/one", self.post("/bank/transfers", "{'from':'one','to':'nobodys','amount':1}"));
    }

    private static String cafe() {
        return "{'customer':'own.one','type':'DELIVERY','lines':[{'item':'thing','quantity':1}]}";
    }

    private static void seen(final Person by, final String path, final Reply made) {
        assertThat(made.status()).as(made.text()).isBetween(200, 201);
        assertThat(by.get(path, TOKEN, made.token()).status()).as(path).isEqualTo(200);
    }

    @Nullable
    Business business(final String path) {
        return Businesses.ALL.stream()
                .filter(it -> (path + "/").startsWith("/" + it.name() + "/"))
                .findFirst()
                .orElse(null);
    }

    /** Whether an address names no one thing, nor anybody, whose it could be. */
    static boolean isList(final String path) {
        return !path.contains("{id}") && !path.startsWith("/people");
    }

    String address(final String path) {
        final String desk = path.equals("/people/{desk}/roles")
                ? "stranger"
                : path.startsWith("/people") ? Samples.SELF : Samples.DESK;
        return path.replace("{desk}", desk)
                .replaceAll("(menu|stocks|equipment)/\\{id}", "$1/thing")
                .replace("calls/{id}", "calls/2")
                .replaceAll("(customers|employees|riders|restaurants)/\\{id}", "$1/" + Samples.SELF)
                .replaceAll("\\{(id|number|partition|generation)}", "1")
                .replaceAll("\\{(item|product|equipment)}", Samples.THING)
                .replace("{business}", "cafe")
                .replace("{key}", "k")
                .replaceAll("<.*>", "x");
    }

    /** Of the route's form, with that choice; empty where there is none. */
    String body(final Route route, final String chosen) {
        final Business business = business(route.path());
        if (route.method().equals("GET") || route.method().equals("DELETE") || business == null) {
            return "{}";
        }
        if (business.name().equals("bank")) {
            return route.path().endsWith("transfers")
                    ? "{'from':'one','to':'nobodys','amount':1}"
                    : "{'account':'one','kind':'DEPOSIT','amount':1}";
        }
        final Map<String, Form> forms = new LinkedHashMap<>();
        business.forms().stream().filter(it -> !it.byHand()).forEach(form -> {
            final String above = business.path() + "/{desk}";
            forms.put(form.verb() + (form.path().isEmpty() ? above : above + "/" + form.path()), form);
        });
        final Form.Verb verb = switch (route.method()) {
            case "POST" -> Form.Verb.MAKE;
            case "PATCH" -> Form.Verb.CHANGE;
            case "PUT" -> Form.Verb.SET;
            default -> Form.Verb.REMOVE;
        };
        final Form form = forms.get(verb + route.path());
        return form == null ? "{}" : Samples.body(business, form, chosen);
    }
}
