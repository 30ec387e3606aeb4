package io.millrace.riders;

import static io.millrace.riders.Deliveries.accept;
import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;

import io.millrace.schemas.riders.CancelDelivery;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.SetHouseRules;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What may go on in zones, at random but the same for the same seed. */
final class Histories {

    static final List<String> ZONES = List.of("gangnam", "hongdae", "berlin");
    static final List<String> RIDERS = List.of("KIM", "LEE", "PARK", "CHOI");
    static final List<String> RESTAURANTS = List.of("bonjuk", "kyochon", "KIM");
    static final List<String> TIMES = List.of("Asia/Seoul", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati");

    private final Random random;
    private long called;

    Histories(final long seed) {
        random = new Random(seed);
    }

    String zone() {
        return one(ZONES);
    }

    /** Mostly minutes; sometimes the better part of a day. */
    Duration passing() {
        return random.nextInt(5) == 0
                ? Duration.ofMinutes(random.nextInt(1200))
                : Duration.ofSeconds(random.nextInt(900));
    }

    /** Most of them make sense, and some are to be refused. */
    RidersCommand command() {
        final int dice = random.nextInt(100);
        if (dice < 30) {
            called++;
            return call(one(RESTAURANTS), 1 + random.nextInt(9999));
        }
        final long number = 1 + random.nextLong(called + 1);
        final String rider = one(RIDERS);
        if (dice < 50) {
            return accept(number, rider);
        } else if (dice < 65) {
            return pick(number, rider);
        } else if (dice < 90) {
            return complete(number, rider);
        } else if (dice < 98) {
            return new CancelDelivery(number);
        }
        return new SetHouseRules(null, 1L + random.nextInt(4), one(TIMES));
    }

    private String one(final List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
