package io.millrace.schemas.library;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a branch's desk. */
public sealed interface LibraryCommand extends SpecificRecord
        permits SetHouseRules, AddBook, JoinMember, BorrowBook, ReturnBook, CancelLoan, FallDue {}
