package io.millrace.people;

import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.people.EndedSession;
import io.millrace.schemas.people.PeopleEvent;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.people.PersonRegistered;
import io.millrace.schemas.people.Registration;
import io.millrace.schemas.people.RolesSet;
import io.millrace.schemas.people.SessionEnded;
import io.millrace.schemas.people.SessionForgotten;
import java.time.Instant;
import java.util.Map;

/** What is kept of a person, and what each event does to it. */
public final class PersonBooks {

    /** Named by a registration that can only be refused. */
    public static final String NO_CREDENTIAL = "";

    public static final Shelf<Person> PERSON = Shelf.single("person", Person.class);
    public static final Shelf<Registration> REGISTRATION = Shelf.single("registration", Registration.class);

    /** Sessions that were ended and would not be over yet. */
    public static final Shelf<EndedSession> ENDED = Shelf.named("ended", EndedSession.class, EndedSession::getSession);

    private PersonBooks() {}

    /** Somebody who never registered. */
    static Person nobody(final Moment moment) {
        return new Person("", Map.of(), moment.now(), moment.now());
    }

    static void fold(final PeopleEvent event, final Rows rows, final Instant at) {
        switch (event) {
            case PersonRegistered e -> {
                rows.put(PERSON, new Person(e.getName(), Map.of(), at, at));
                rows.put(REGISTRATION, new Registration(e.getCredential()));
            }
            case RolesSet e ->
                rows.change(
                        PERSON,
                        "the",
                        person -> new Person(person.getName(), e.getRoles(), person.getRegisteredAt(), at));
            case SessionEnded e -> rows.put(ENDED, new EndedSession(e.getSession(), e.getExpiresAt(), at));
            case SessionForgotten e -> rows.remove(ENDED, e.getSession());
        }
    }
}
