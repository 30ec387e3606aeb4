package io.millrace.people;

import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.people.EndSession;
import io.millrace.schemas.people.PeopleAlarm;
import io.millrace.schemas.people.PeopleJournal;
import io.millrace.schemas.people.PeopleReceipt;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.people.RegisterPerson;
import io.millrace.schemas.people.RegistrationCommand;
import io.millrace.schemas.people.RoleCommand;
import io.millrace.schemas.people.SessionCommand;
import io.millrace.schemas.people.SetRoles;

/**
 * The people, as a table of contents. A person is a desk, and what is shown of them is its house. Only the façade may
 * write here: it alone sees passwords, and keeps what they are checked against on a topic of its own.
 */
public final class People {

    public static final Business BUSINESS = Business.named("people")
            .desks("", "id")
            .deskIs("person")
            .input("registrations", RegistrationCommand.class, "facade")
            .input("roles", RoleCommand.class, "facade")
            .input("sessions", SessionCommand.class, "facade")
            .table("credentials", Credential.class, "facade")
            .says(PeopleAlarm.class, PeopleJournal.class, PeopleReceipt.class)
            .rules(new PersonDesk())
            .house(PersonBooks.PERSON, PersonBooks::nobody)
            .opened(Person.class, _ -> true, "NOT_FOUND", person -> "Nobody is registered as " + person + ".")
            .quietly()
            .houseSeenBy(Access.by(Roles.ADMIN).orThe("id"))
            .keeps(PersonBooks.REGISTRATION, PersonBooks.ENDED)
            .forms(
                    Form.make("", RegisterPerson.class).handled().by(Access.ANYBODY),
                    Form.set("roles", SetRoles.class).handled().by(Access.by(Roles.ADMIN)),
                    Form.remove("sessions/current", EndSession.class).handled().by(Access.byThe("id")))
            .declare();

    private People() {}
}
