package io.millrace.backbone;

import io.millrace.schemas.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A desk's answer to a command: accepted, with what happens; or refused, with a reason. */
public sealed interface Ruling<C extends SpecificRecord, E extends SpecificRecord> {

    record No<C extends SpecificRecord, E extends SpecificRecord>(Refused reason, List<E> noted)
            implements Ruling<C, E> {

        /** Refused all the same, but this goes into the journal: it may touch nothing but what notes refusals. */
        public No<C, E> noting(final E event) {
            final List<E> more = new ArrayList<>(noted);
            more.add(event);
            return new No<>(reason, List.copyOf(more));
        }
    }

    record Yes<C extends SpecificRecord, E extends SpecificRecord>(
            List<E> events, List<Alarm<C>> alarms, @Nullable Shown shown) implements Ruling<C, E> {

        /** The answer shows this row as it is once the events are folded. */
        public Yes<C, E> showing(final Shelf<?> shelf, final String id) {
            return new Yes<>(events, alarms, new Shown(shelf, id));
        }

        public Yes<C, E> showing(final Shelf<?> shelf, final long number) {
            return showing(shelf, Shelf.numberId(number));
        }

        /** Rings at that time: the desk hands itself this command. */
        public Yes<C, E> alarm(final Instant at, final C command) {
            final List<Alarm<C>> more = new ArrayList<>(alarms);
            more.add(new Alarm<>(at, command));
            return new Yes<>(events, List.copyOf(more), shown);
        }
    }

    record Alarm<C extends SpecificRecord>(Instant at, C command) {}

    record Shown(Shelf<?> shelf, String id) {}

    static <C extends SpecificRecord, E extends SpecificRecord> No<C, E> refuse(final Refused reason) {
        return new No<>(reason, List.of());
    }

    static <C extends SpecificRecord, E extends SpecificRecord> Yes<C, E> accept(final List<? extends E> events) {
        return new Yes<>(List.copyOf(events), List.of(), null);
    }

    @SafeVarargs
    static <C extends SpecificRecord, E extends SpecificRecord> Yes<C, E> accept(final E... events) {
        return accept(List.of(events));
    }
}
