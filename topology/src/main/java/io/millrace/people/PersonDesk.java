package io.millrace.people;

import static io.millrace.people.PersonBooks.ENDED;
import static io.millrace.people.PersonBooks.PERSON;

import io.millrace.backbone.Books;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Refusal;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.people.EndSession;
import io.millrace.schemas.people.ForgetSession;
import io.millrace.schemas.people.PeopleCommand;
import io.millrace.schemas.people.PeopleEvent;
import io.millrace.schemas.people.PersonRegistered;
import io.millrace.schemas.people.RegisterPerson;
import io.millrace.schemas.people.RolesSet;
import io.millrace.schemas.people.SessionEnded;
import io.millrace.schemas.people.SessionForgotten;
import io.millrace.schemas.people.SetRoles;
import java.util.List;
import java.util.stream.Collectors;

/** A person's desk: registers them once, and keeps their roles and the sessions they ended. */
final class PersonDesk implements Rules<PeopleCommand, PeopleEvent> {

    @Override
    public Ruling<PeopleCommand, PeopleEvent> rule(
            final PeopleCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case RegisterPerson c -> register(c, books, moment);
            case SetRoles c -> setRoles(c, books, moment);
            case EndSession c -> end(c, books, moment);
            case ForgetSession c ->
                books.find(ENDED, c.getSession()).isPresent()
                        ? Ruling.accept(new SessionForgotten(c.getSession()))
                        : Ruling.accept();
        };
    }

    @Override
    public void fold(final PeopleEvent event, final Rows rows, final Moment moment) {
        PersonBooks.fold(event, rows, moment.now());
    }

    private static Ruling<PeopleCommand, PeopleEvent> register(
            final RegisterPerson c, final Books books, final Moment moment) {
        if (books.the(PERSON).isPresent()) {
            return Ruling.refuse(Refusal.conflict("PERSON_EXISTS", moment.desk() + " is registered already."));
        }
        return c.getCredential().equals(PersonBooks.NO_CREDENTIAL)
                ? Ruling.refuse(Refusal.unprocessable("NO_CREDENTIAL", "Nothing is kept to check a password against."))
                : Ruling.<PeopleCommand, PeopleEvent>accept(new PersonRegistered(c.getName(), c.getCredential()))
                        .showing(PERSON, "the");
    }

    private static Ruling<PeopleCommand, PeopleEvent> setRoles(
            final SetRoles c, final Books books, final Moment moment) {
        final List<Checks.Problem> problems = Roles.problems(c.getRoles());
        if (!problems.isEmpty()) {
            final String words =
                    problems.stream().map(it -> it.field() + " " + it.detail()).collect(Collectors.joining("; "));
            return Ruling.refuse(Refusal.of(RefusalKind.MALFORMED, "MALFORMED", words));
        }
        return books.the(PERSON).isPresent()
                ? Ruling.<PeopleCommand, PeopleEvent>accept(new RolesSet(c.getRoles()))
                        .showing(PERSON, "the")
                : unknown(moment);
    }

    /** What is ended is remembered until it would be over by itself. */
    private static Ruling<PeopleCommand, PeopleEvent> end(final EndSession c, final Books books, final Moment moment) {
        if (books.the(PERSON).isEmpty()) {
            return unknown(moment);
        }
        final boolean over = !c.getExpiresAt().isAfter(moment.now());
        return over || books.find(ENDED, c.getSession()).isPresent()
                ? Ruling.accept()
                : Ruling.<PeopleCommand, PeopleEvent>accept(new SessionEnded(c.getSession(), c.getExpiresAt()))
                        .alarm(c.getExpiresAt(), new ForgetSession(c.getSession()));
    }

    private static Ruling<PeopleCommand, PeopleEvent> unknown(final Moment moment) {
        return Ruling.refuse(Refusal.unknown("Nobody is registered as " + moment.desk() + "."));
    }
}
