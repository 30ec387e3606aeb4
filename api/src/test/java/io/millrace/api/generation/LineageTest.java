package io.millrace.api.generation;

import static io.millrace.schemas.GenerationStep.CLEAN;
import static io.millrace.schemas.GenerationStep.REBUILD;
import static io.millrace.schemas.GenerationStep.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.generation.Life.State;
import io.millrace.schemas.GenerationAct;
import io.millrace.schemas.GenerationStep;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What comes of what is decided: one is shown, and at each moment exactly one of them speaks. */
class LineageTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private int minutes;

    @Test
    void shouldBeginWithOneThatIsShownAndSpeaks() {
        assertThat(Lineage.FIRST.serving()).isEqualTo(1);
        assertThat(Lineage.FIRST.speaker(NOON.toEpochMilli())).isEqualTo(1);
        assertThat(Lineage.FIRST.speaker(0)).isEqualTo(1);
        assertThat(Lineage.FIRST.before()).isEmpty();
    }

    @Test
    void shouldShowTheNewOneOnlyWhenItIsSwapped() {
        final Lineage made = decided(Lineage.FIRST, REBUILD, 2);
        assertThat(made.serving()).isEqualTo(1);
        assertThat(state(made, 2)).isEqualTo(State.BUILDING);

        final Lineage swapped = decided(made, SWAP, 2);
        assertThat(swapped.serving()).isEqualTo(2);
        assertThat(state(swapped, 1)).isEqualTo(State.KEPT);
        assertThat(swapped.before()).contains(1);

        final Lineage back = decided(swapped, SWAP, 1);
        assertThat(back.serving()).isEqualTo(1);
        assertThat(state(back, 2)).isEqualTo(State.KEPT);
    }

    @Test
    void shouldLetExactlyOneSpeakOfEachMoment() {
        final Lineage made = decided(Lineage.FIRST, REBUILD, 2);
        final Lineage swapped = decided(made, SWAP, 2);
        final Instant swap = swapped.turns().getLast().at();
        final long speaks = swap.plus(Lineage.HEARD).toEpochMilli();

        assertThat(made.speaker(swap.toEpochMilli())).isEqualTo(1);
        assertThat(swapped.speaker(0))
                .as("what happened long ago is not told once more")
                .isEqualTo(1);
        assertThat(swapped.speaker(speaks - 1)).as("until all have heard").isEqualTo(1);
        assertThat(swapped.speaker(speaks)).isEqualTo(2);

        final Lineage back = decided(swapped, SWAP, 1);
        assertThat(back.speaker(speaks)).isEqualTo(2);
        assertThat(back.speaker(back.turns().getLast().speaks().toEpochMilli())).isEqualTo(1);
    }

    @Test
    void shouldLetWhoIsShownSpeakForThoseThatAreGone() {
        final Lineage swapped = decided(decided(Lineage.FIRST, REBUILD, 2), SWAP, 2);
        final Lineage cleaned = decided(swapped, CLEAN, 1);

        assertThat(cleaned.lives(1)).isFalse();
        assertThat(cleaned.speaker(0)).isEqualTo(2);
        assertThat(decided(cleaned, REBUILD, 3).speaker(0))
                .as("and no newer one")
                .isEqualTo(2);
    }

    @Test
    void shouldLeaveOutWhatDoesNotFit() {
        final Lineage made = decided(Lineage.FIRST, REBUILD, 2);

        assertThat(decided(made, REBUILD, 3)).as("one at a time").isEqualTo(made);
        assertThat(decided(made, REBUILD, 2)).as("no number twice").isEqualTo(made);
        assertThat(decided(made, CLEAN, 1)).as("what is shown stays").isEqualTo(made);
        assertThat(decided(made, SWAP, 1)).as("it is shown already").isEqualTo(made);
        assertThat(decided(made, SWAP, 7)).as("there is none").isEqualTo(made);
        final Lineage gone = decided(made, CLEAN, 2);
        assertThat(decided(gone, SWAP, 2)).as("it is gone").isEqualTo(gone);
        assertThat(gone.next()).as("a number is used up").isEqualTo(3);
    }

    @Test
    void shouldKeepNoMoreThanItCanPayFor() {
        final Lineage second = decided(decided(Lineage.FIRST, REBUILD, 2), SWAP, 2);
        final Lineage third = decided(decided(second, REBUILD, 3), SWAP, 3);

        assertThat(third.living()).hasSize(Lineage.MOST);
        assertThat(third.fits(REBUILD, 4)).isFalse();
        assertThat(decided(third, CLEAN, 1).fits(REBUILD, 4)).isTrue();
    }

    private Lineage decided(final Lineage lineage, final GenerationStep step, final int number) {
        final Instant at = NOON.plusSeconds(60L * ++minutes);
        return lineage.after(new GenerationAct("cafe", step, number, "k" + minutes, "ann", at), at);
    }

    private static State state(final Lineage lineage, final int number) {
        return lineage.living().stream()
                .filter(it -> it.number() == number)
                .map(Life::state)
                .findFirst()
                .orElse(State.GONE);
    }
}
