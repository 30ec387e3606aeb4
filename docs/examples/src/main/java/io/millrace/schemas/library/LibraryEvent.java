package io.millrace.schemas.library;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at a branch's desk. */
public sealed interface LibraryEvent extends SpecificRecord
        permits HouseRulesSet, BookAdded, MemberJoined, LoanAsked, LoanBegun, LoanOverdue, BookReturned, LoanCanceled {}
