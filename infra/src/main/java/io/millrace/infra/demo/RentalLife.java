package io.millrace.infra.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A depot's day: employees ask, a manager decides, and things come back. */
final class RentalLife {

    private record Kind(String equipment, String name, String category, int stock) {}

    private static final List<Kind> EQUIPMENT = List.of(
            new Kind("laptop-14", "노트북 14형", "IT", 10),
            new Kind("projector", "회의실 프로젝터", "IT", 2),
            new Kind("camera", "DSLR 카메라", "촬영", 3),
            new Kind("drill", "전동 드릴", "공구", 5),
            new Kind("monitor-27", "모니터 27형", "IT", 6),
            new Kind("folding-table", "접이식 테이블", "행사", 20));

    private static final List<String> EMPLOYEES = List.of("kim", "lee", "park", "choi", "jung");

    private final String depot;

    private RentalLife(final String depot) {
        this.depot = "/rental/depots/" + depot;
    }

    static List<Actor> open(final Town town, final String depot) throws IOException {
        final RentalLife life = new RentalLife(depot);
        town.put(life.depot, "{'name':'%s','approval':'MANAGER'}", depot);
        for (final Kind kind : EQUIPMENT) {
            town.post(
                    life.depot + "/equipment",
                    "{'equipment':'%s','name':'%s','category':'%s','stock':%d}",
                    kind.equipment(),
                    kind.name(),
                    kind.category(),
                    kind.stock());
        }
        return List.of(life::ask, life::decide, life::giveBack);
    }

    private Duration ask(final Town town, final Chance chance) throws IOException {
        town.post(
                depot + "/orders",
                "{'employee':'%s','equipment':'%s','quantity':%d}",
                chance.likelyOf(EMPLOYEES),
                chance.likelyOf(EQUIPMENT).equipment(),
                chance.in100(80) ? 1 : 2);
        return chance.about(4_000);
    }

    private Duration decide(final Town town, final Chance chance) throws IOException {
        final List<JsonNode> waiting = town.list(depot + "/approvals?status=REQUESTED&limit=50");
        if (waiting.size() > chance.between(1, 3)) {
            town.patch(
                    depot + "/approvals/" + waiting.getLast().at("/number").asLong(),
                    "{'status':'%s','by':'boss'}",
                    chance.in100(85) ? "APPROVED" : "REJECTED");
        }
        return chance.about(3_500);
    }

    private Duration giveBack(final Town town, final Chance chance) throws IOException {
        final List<JsonNode> lent = town.list(depot + "/orders?status=APPROVED&limit=50");
        if (lent.size() > chance.between(5, 9)) {
            town.patch(depot + "/orders/" + lent.getLast().at("/number").asLong(), "{'status':'RETURNED'}");
        }
        return chance.about(5_000);
    }
}
