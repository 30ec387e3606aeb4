package io.millrace.rental;

import static io.millrace.rental.Depots.AUTO;
import static io.millrace.rental.Depots.MANAGER;
import static io.millrace.rental.Depots.PAUSED;
import static io.millrace.rental.Depots.WORK;
import static io.millrace.rental.Depots.approve;
import static io.millrace.rental.Depots.cancel;
import static io.millrace.rental.Depots.equipment;
import static io.millrace.rental.Depots.giveBack;
import static io.millrace.rental.Depots.order;
import static io.millrace.rental.Depots.reject;
import static io.millrace.rental.Depots.restock;

import io.millrace.backbone.Business;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.Laws.Sent;
import java.util.List;

class RentalConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return Rental.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("seoul", equipment("drill", 5)),
                new Sent("seoul", equipment("drill", 9)),
                new Sent("busan", equipment("saw", 1)),
                new Sent("seoul", order("HSI", "drill", 2)),
                new Sent("seoul", order("HSI", "drill", 4)),
                new Sent("seoul", order("HSI", "crane", 1)),
                new Sent("seoul", MANAGER),
                new Sent("seoul", order("KIM", "drill", 3)),
                new Sent("seoul", order("KIM", "drill", 9)),
                new Sent("seoul", approve(2)),
                new Sent("seoul", approve(2)),
                new Sent("seoul", approve(3)),
                new Sent("seoul", reject(3)),
                new Sent("seoul", cancel(2)),
                new Sent("seoul", giveBack(2)),
                new Sent("seoul", giveBack(1)),
                new Sent("seoul", PAUSED),
                new Sent("seoul", order("HSI", "drill", 4)),
                new Sent("seoul", order("KIM", "drill", 4)),
                new Sent("busan", order("HSI", "saw", 1)),
                new Sent("seoul", AUTO),
                new Sent("seoul", WORK),
                new Sent("seoul", restock("drill", 10)),
                new Sent("seoul", restock("crane", 10)),
                new Sent("seoul", order("LEE", "drill", 10)),
                new Sent("busan", cancel(1)));
    }
}
