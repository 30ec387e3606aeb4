package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A coffee shop's day: every order is taken, a barista works them off, and the warehouse is sometimes late. */
final class CoffeeshopLife {

    private static final List<String> PRODUCTS =
            List.of("latte", "americano", "cold-brew", "green-tea", "mocha", "tiramisu", "bagel");

    private static final List<String> CUSTOMERS = List.of("HSI", "minji", "jun", "haneul", "sora", "taeyang");

    private final String shop;

    private CoffeeshopLife(final String shop) {
        this.shop = "/coffeeshop/shops/" + shop;
    }

    static List<Actor> open(final Town town, final String shop) throws IOException {
        final CoffeeshopLife life = new CoffeeshopLife(shop);
        town.put(life.shop, "{'name':'%s','kitchen':'BARISTA'}", shop);
        if (town.list(life.shop + "/stocks").isEmpty()) {
            for (final String product : PRODUCTS) {
                town.post(life.shop + "/stocks", "{'product':'%s','quantity':%d}", product, 12);
            }
        }
        return List.of(life::order, life::make, life::restock);
    }

    private Duration order(final Town town, final Chance chance) throws IOException {
        town.post(
                shop + "/orders",
                "{'customer':'%s','product':'%s','quantity':%d}",
                chance.likelyOf(CUSTOMERS),
                chance.likelyOf(PRODUCTS),
                chance.between(1, 3));
        return chance.about(2_000);
    }

    private Duration make(final Town town, final Chance chance) throws IOException {
        final List<JsonNode> started = town.list(shop + "/productions?status=STARTED&limit=50");
        if (started.size() > chance.between(0, 2)) {
            town.patch(shop + "/productions/" + started.getLast().at("/number").asLong(), "{'status':'COMPLETED'}");
        }
        return chance.about(1_700);
    }

    private Duration restock(final Town town, final Chance chance) throws IOException {
        for (final JsonNode stock : town.list(shop + "/stocks?limit=50")) {
            if (stock.at("/quantity").asLong() < 3 && chance.in100(35)) {
                town.post(
                        shop + "/stocks/" + stock.at("/product").asString() + "/restocks",
                        "{'quantity':%d}",
                        chance.between(4, 15));
            }
        }
        return chance.about(5_000);
    }
}
