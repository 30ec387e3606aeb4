package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A café's day: customers who choose, pay or don't, a barista, somebody who delivers, and an owner who restocks. */
final class CafeLife {

    private record Good(String item, String name, int price, int stock) {}

    private static final List<Good> MENU = List.of(
            new Good("americano", "아메리카노", 4000, 120),
            new Good("latte", "카페 라떼", 4500, 90),
            new Good("iced-americano", "아이스 아메리카노", 4300, 80),
            new Good("vanilla-latte", "바닐라 라떼", 5200, 40),
            new Good("lemonade", "레몬 에이드", 5500, 24),
            new Good("croissant", "버터 크루아상", 3900, 12),
            new Good("mocha", "카페 모카", 5300, 30),
            new Good("cheesecake", "치즈 케이크", 6500, 8),
            new Good("earl-grey", "얼그레이 티", 4800, 20),
            new Good("matcha-latte", "말차 라떼", 5800, 16));

    private static final List<String> CUSTOMERS =
            List.of("HSI", "minji", "jun", "seoyeon", "daniel", "haneul", "yuna", "minho", "sora", "taeyang");

    private static final int LITTLE = 6;

    private final String shop;

    private CafeLife(final String shop) {
        this.shop = "/cafe/shops/" + shop;
    }

    static List<Actor> open(final Town town, final String shop) throws IOException {
        final CafeLife life = new CafeLife(shop);
        town.put(life.shop, "{'name':'%s','dispatch':'RIDER'}", shop);
        for (final Good good : MENU) {
            town.post(
                    life.shop + "/menu",
                    "{'item':'%s','name':'%s','price':%d,'stock':%d}",
                    good.item(),
                    good.name(),
                    good.price(),
                    good.stock());
        }
        return List.of(life::order, life::pay, life::make, life::make, life::deliver, life::restock);
    }

    private Duration order(final Town town, final Chance chance) throws IOException {
        final List<String> lines = new ArrayList<>();
        final List<Good> left = new ArrayList<>(MENU);
        for (int n = chance.between(1, 3); n > 0; n--) {
            final Good good = chance.likelyOf(left);
            left.remove(good);
            lines.add("{'item':'%s','quantity':%d}".formatted(good.item(), chance.in100(75) ? 1 : 2));
        }
        town.post(
                shop + "/orders",
                "{'customer':'%s','type':'%s','lines':[%s]}",
                chance.likelyOf(CUSTOMERS),
                chance.in100(65) ? "TAKEOUT" : "DELIVERY",
                String.join(",", lines));
        return chance.about(1_400);
    }

    private Duration pay(final Town town, final Chance chance) throws IOException {
        for (final JsonNode order : oldestFirst(town.list(shop + "/orders?status=REQUESTED&limit=20"))) {
            final long number = order.at("/number").asLong();
            if (chance.in100(85)) {
                town.patch(shop + "/payments/" + number, "{'status':'APPROVED'}");
                break;
            } else if (chance.in100(40)) {
                town.patch(shop + "/orders/" + number, "{'status':'CANCELED'}");
                break;
            }
        }
        return chance.about(1_100);
    }

    private Duration make(final Town town, final Chance chance) throws IOException {
        final List<JsonNode> making = oldestFirst(town.list(shop + "/productions?status=MAKING&limit=50"));
        if (making.size() > chance.between(1, 4)) {
            town.patch(shop + "/productions/" + making.getFirst().at("/number").asLong(), "{'status':'COMPLETED'}");
        }
        return chance.about(2_200);
    }

    private Duration deliver(final Town town, final Chance chance) throws IOException {
        final List<JsonNode> waiting = oldestFirst(town.list(shop + "/deliveries?status=WAITING&limit=20"));
        final List<JsonNode> going = oldestFirst(town.list(shop + "/deliveries?status=PROGRESS&limit=20"));
        if (going.size() > chance.between(1, 3)) {
            town.patch(shop + "/deliveries/" + going.getFirst().at("/number").asLong(), "{'status':'COMPLETED'}");
        } else if (!waiting.isEmpty()) {
            town.patch(shop + "/deliveries/" + waiting.getFirst().at("/number").asLong(), "{'status':'PROGRESS'}");
        }
        return chance.about(2_000);
    }

    private Duration restock(final Town town, final Chance chance) throws IOException {
        for (final JsonNode item : town.list(shop + "/menu?limit=50")) {
            if (item.at("/stock").asLong() < LITTLE && chance.in100(60)) {
                town.post(
                        shop + "/menu/" + item.at("/item").asString() + "/restocks",
                        "{'quantity':%d}",
                        10 * chance.between(1, 4));
            }
        }
        return chance.about(6_000);
    }

    private static List<JsonNode> oldestFirst(final List<JsonNode> newestFirst) {
        return newestFirst.reversed();
    }
}
