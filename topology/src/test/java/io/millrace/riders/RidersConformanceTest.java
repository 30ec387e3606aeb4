package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;

import io.millrace.backbone.Business;
import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.SetHouseRules;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws.Sent;
import java.util.List;

class RidersConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Riders.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("gangnam", call("bonjuk", 4000)),
                new Sent("gangnam", call("bonjuk", 5000)),
                new Sent("hongdae", call("kyochon", 6000)),
                new Sent("gangnam", accept(1, "KIM")),
                new Sent("gangnam", accept(1, "LEE")),
                new Sent("gangnam", complete(2, "KIM")),
                new Sent("gangnam", pick(1, "LEE")),
                new Sent("gangnam", pick(1, "KIM")),
                new Sent("gangnam", new CancelDelivery(1L)),
                new Sent("gangnam", complete(1, "KIM")),
                new Sent("hongdae", pick(1, "KIM")),
                new Sent("gangnam", new SetHouseRules("Gangnam", 1L, "Europe/Berlin")),
                new Sent("gangnam", accept(2, "KIM")),
                new Sent("gangnam", call("kyochon", 7000)),
                new Sent("gangnam", accept(3, "KIM")),
                new Sent("gangnam", new CancelDelivery(2L)),
                new Sent("gangnam", accept(3, "KIM")),
                new Sent("gangnam", complete(3, "KIM")),
                new Sent("hongdae", complete(1, "KIM")),
                new Sent("gangnam", call("bonjuk", 1)),
                new Sent("gangnam", new CancelDelivery(4L)),
                new Sent("gangnam", accept(9, "KIM")));
    }
}
