package io.millrace.people;

import io.millrace.backbone.Business;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.people.PeopleAlarm;
import io.millrace.schemas.people.PeopleJournal;
import io.millrace.schemas.people.PeopleReceipt;
import io.millrace.schemas.people.RegistrationCommand;
import io.millrace.schemas.people.RoleCommand;
import io.millrace.schemas.people.SessionCommand;

/**
 * The people, as a table of contents. A person is a desk, and what is shown of them is its house. Only the façade may
 * write here: it alone sees passwords, and keeps what they are checked against on a topic of its own.
 */
public final class People {

    public static final Business BUSINESS = Business.named("people")
            .desks("people", "id")
            .deskIs("person")
            .input("registrations", RegistrationCommand.class, "facade")
            .input("roles", RoleCommand.class, "facade")
            .input("sessions", SessionCommand.class, "facade")
            .table("credentials", Credential.class, "facade")
            .says(PeopleAlarm.class, PeopleJournal.class, PeopleReceipt.class)
            .rules(new PersonDesk())
            .house(PersonBooks.PERSON, PersonBooks::nobody)
            .keeps(PersonBooks.REGISTRATION, PersonBooks.ENDED)
            .declare();

    private People() {}
}
