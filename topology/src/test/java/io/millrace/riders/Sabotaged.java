package io.millrace.riders;

import io.millrace.backbone.Books;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.riders.RidersCommand;
import io.millrace.schemas.riders.RidersEvent;
import java.util.function.BiConsumer;

/** A desk that decides honestly, but does something more to its rows: what audits have to notice. */
record Sabotaged(ZoneDesk honest, BiConsumer<RidersEvent, Rows> mischief) implements Rules<RidersCommand, RidersEvent> {

    Sabotaged(final BiConsumer<RidersEvent, Rows> mischief) {
        this(new ZoneDesk(), mischief);
    }

    @Override
    public Ruling<RidersCommand, RidersEvent> rule(
            final RidersCommand command, final Books books, final Moment moment) {
        return honest.rule(command, books, moment);
    }

    @Override
    public void fold(final RidersEvent event, final Rows rows, final Moment moment) {
        honest.fold(event, rows, moment);
        mischief.accept(event, rows);
    }
}
