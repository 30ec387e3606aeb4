package io.millrace.api.people;

import io.javalin.http.Context;
import io.millrace.api.command.Commands;
import io.millrace.api.command.Wish;
import io.millrace.api.http.Answers;
import io.millrace.api.http.CommandMeters;
import io.millrace.api.http.Outcome;
import io.millrace.api.http.Outcomes;
import io.millrace.api.http.Requests;
import io.millrace.api.page.Answered;
import io.millrace.api.page.Patience;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.people.People;
import io.millrace.schemas.Receipt;
import java.time.Duration;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Hands a command to a person's desk, and answers once this process goes by it. */
final class Deed {

    static final String KEY_REUSED = "KEY_REUSED";

    private static final Business PEOPLE = People.BUSINESS;

    private final Commands commands;
    private final CommandMeters meters;
    private final Answered answered;
    private final Population population;
    private final Outcomes outcomes = new Outcomes(PEOPLE, new Resources(PEOPLE));

    Deed(final Commands commands, final CommandMeters meters, final Answered answered, final Population population) {
        this.commands = commands;
        this.meters = meters;
        this.answered = answered;
        this.population = population;
    }

    Optional<Receipt> hand(
            final String person,
            final String key,
            final @Nullable String actor,
            final SpecificRecord command,
            final Duration patience) {
        final long deadline = Patience.deadline(patience);
        final Wish wish = new Wish(PEOPLE, PEOPLE.inputOf(command.getClass()), person, key, actor, command);
        final Optional<Receipt> receipt = meters.counting(wish, () -> commands.hand(wish, patience));
        receipt.ifPresent(it -> answered.note(PEOPLE, it));
        return receipt.filter(it -> population.reaches(it.getDesk(), it.getSeq(), deadline));
    }

    void answer(
            final Context ctx,
            final String person,
            final String key,
            final @Nullable String actor,
            final SpecificRecord command) {
        tell(ctx, person, key, hand(person, key, actor, command, Requests.patience(ctx)));
    }

    static boolean keyReused(final Receipt receipt) {
        return receipt.getRefused() != null && receipt.getRefused().getCode().equals(KEY_REUSED);
    }

    void tell(final Context ctx, final String person, final String key, final Optional<Receipt> receipt) {
        receipt.map(outcomes::of)
                .ifPresentOrElse(
                        (Outcome outcome) -> Answers.tell(ctx, outcome), () -> Answers.later(ctx, PEOPLE, person, key));
    }
}
