package io.millrace.riders;

import static io.millrace.riders.Deliveries.call;
import static io.millrace.riders.Deliveries.complete;
import static io.millrace.riders.Deliveries.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Personal;
import io.millrace.schemas.riders.Day;
import io.millrace.schemas.riders.Rider;
import io.millrace.schemas.riders.SetHouseRules;
import io.millrace.testkit.BusinessDriver;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests begin at noon UTC on the first of March: nine in the evening in Seoul, seven in the morning in New York. */
class TodayTest {

    private final BusinessDriver zones = new BusinessDriver(Riders.BUSINESS);
    private final Personal riders = Riders.BUSINESS.personals().getFirst();

    @AfterEach
    void close() {
        zones.close();
    }

    @Test
    void shouldBeginTheDayAtMidnightInSeoul() {
        done("gangnam", 1, 4000);
        zones.later(Duration.ofHours(3).minusMillis(1));
        done("gangnam", 2, 500);
        zones.later(Duration.ofMillis(1));
        done("gangnam", 3, 70);

        assertThat(page("2026-03-01T14:59:59.999Z"))
                .containsEntry("today", "2026-03-01")
                .containsEntry("earnedToday", 4500L);
        assertThat(page("2026-03-01T15:00:00Z"))
                .containsEntry("today", "2026-03-02")
                .containsEntry("earnedToday", 70L)
                .containsEntry("earned", 4570L);
        assertThat(page("2026-03-02T15:00:00Z")).containsEntry("earnedToday", 0L);
    }

    @Test
    void shouldBeginTheDayWhereTheZoneIs() {
        zones.send("bronx", new SetHouseRules("Bronx", 3L, "America/New_York"));
        done("bronx", 1, 4000);
        zones.later(Duration.ofHours(16));
        done("bronx", 2, 500);

        assertThat(page("2026-03-02T04:59:59Z"))
                .containsEntry("today", "2026-03-01")
                .containsEntry("earnedToday", 4500L);
        assertThat(page("2026-03-02T05:00:00Z")).containsEntry("today", "2026-03-02");
    }

    @Test
    void shouldAddUpTheTodaysOfZonesInDifferentTimes() {
        zones.send("bronx", new SetHouseRules("Bronx", 3L, "America/New_York"));
        done("bronx", 1, 4000);
        zones.later(Duration.ofHours(4));
        done("gangnam", 1, 500);

        // in Seoul it is the second of March already, in New York still the first
        assertThat(page("2026-03-01T16:00:00Z"))
                .containsEntry("today", "2026-03-02")
                .containsEntry("earnedToday", 4500L);
    }

    @Test
    void shouldKeepTheDayOfWhatWasDoneWhenTheZoneMoves() {
        zones.later(Duration.ofHours(4));
        done("gangnam", 1, 4000);
        zones.send("gangnam", new SetHouseRules(null, 3L, "America/New_York"));
        done("gangnam", 2, 500);

        assertThat(account().getDays())
                .containsExactly(new Day("2026-03-02", 1L, 4000L), new Day("2026-03-01", 1L, 500L));
    }

    @Test
    void shouldKeepOnlyTheLatestDaysButEverythingInTheTotals() {
        for (int n = 1; n <= 10; n++) {
            done("gangnam", n, 1000);
            zones.later(Duration.ofDays(1));
        }

        assertThat(account().getDays()).hasSize(RiderAccount.DAYS);
        assertThat(account().getDays().getFirst().getDay()).isEqualTo("2026-03-10");
        assertThat(account().getEarned()).isEqualTo(10_000);
    }

    @Test
    void shouldGiveTheSameNumbersWhenReplayedLater() {
        done("gangnam", 1, 4000);
        zones.later(Duration.ofDays(3));
        try (BusinessDriver replayed = new BusinessDriver(Riders.BUSINESS)) {
            replayed.foldAgain(zones.journalBytes());
            final Instant now = DeskTrial.NOON.plusSeconds(60);
            assertThat(riders.view().make("KIM", replayed.pages().person(riders, "KIM"), Map.of(), now))
                    .isEqualTo(page(now.toString()))
                    .containsEntry("earnedToday", 4000L);
        }
    }

    private void done(final String zone, final long number, final long cost) {
        zones.send(zone, call("bonjuk", cost));
        zones.send(zone, pick(number, "KIM"));
        zones.send(zone, complete(number, "KIM"));
    }

    private Rider account() {
        return zones.pages()
                .desk("gangnam")
                .find(ZoneBooks.RIDERS, "KIM")
                .orElseThrow()
                .value();
    }

    private Map<String, Object> page(final String now) {
        return riders.view().make("KIM", zones.pages().person(riders, "KIM"), Map.of(), Instant.parse(now));
    }
}
