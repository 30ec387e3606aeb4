package io.millrace.schemas.people;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a person's desk. None of it carries a password, nor what one is checked against. */
public sealed interface PeopleCommand extends SpecificRecord
        permits RegisterPerson, SetRoles, EndSession, ForgetSession {}
