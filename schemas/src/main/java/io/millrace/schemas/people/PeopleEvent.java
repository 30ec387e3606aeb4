package io.millrace.schemas.people;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen to what is known of a person. */
public sealed interface PeopleEvent extends SpecificRecord
        permits PersonRegistered, RolesSet, SessionEnded, SessionForgotten {}
