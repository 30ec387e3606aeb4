package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A zone's day: restaurants call, riders race for it, and carry what they won to the door. */
final class RidersLife {

    private static final List<String> RESTAURANTS = List.of("bistro", "noodles", "chicken", "bakery");
    private static final List<String> RIDERS = List.of("han", "seo", "bae", "yoon");

    private static final List<String> PLACES =
            List.of("망원로 12", "성산동 201", "연남동 88-3", "합정역 5번 출구", "상수동 7", "서교동 15", "동교동 90", "창전동 33-1");

    private final String zone;

    private RidersLife(final String zone) {
        this.zone = "/riders/zones/" + zone;
    }

    static List<Actor> open(final Town town, final String zone) throws IOException {
        final RidersLife life = new RidersLife(zone);
        town.put(life.zone, "{'name':'%s','maxActive':3}", zone);
        final List<Actor> actors = new ArrayList<>(List.of(life::call, life::call));
        for (final String rider : RIDERS) {
            actors.add((where, chance) -> life.ride(where, chance, rider));
        }
        return actors;
    }

    private Duration call(final Town town, final Chance chance) throws IOException {
        final JsonNode called = town.post(
                zone + "/deliveries",
                "{'restaurant':'%s','destination':'%s','cost':%d}",
                chance.likelyOf(RESTAURANTS),
                chance.oneOf(PLACES),
                100 * chance.between(28, 48));
        if (called != null && chance.in100(4)) {
            town.patch(zone + "/deliveries/" + called.at("/number").asLong(), "{'status':'CANCELED'}");
        }
        return chance.about(4_500);
    }

    private Duration ride(final Town town, final Chance chance, final String rider) throws IOException {
        final List<JsonNode> picked = town.list(zone + "/deliveries?rider=" + rider + "&status=PICKED");
        final List<JsonNode> accepted = town.list(zone + "/deliveries?rider=" + rider + "&status=ACCEPTED");
        if (picked.size() > chance.between(0, 1)) {
            step(town, picked.getLast(), "COMPLETED", rider);
        } else if (accepted.size() > chance.between(0, 1)) {
            step(town, accepted.getLast(), "PICKED", rider);
        } else {
            final List<JsonNode> calls = town.list(zone + "/calls?limit=10");
            if (!calls.isEmpty()) {
                step(town, calls.getFirst(), "ACCEPTED", rider);
            }
        }
        return chance.about(2_600);
    }

    private void step(final Town town, final JsonNode delivery, final String status, final String rider)
            throws IOException {
        town.patch(
                zone + "/deliveries/" + delivery.at("/number").asLong(), "{'status':'%s','rider':'%s'}", status, rider);
    }
}
