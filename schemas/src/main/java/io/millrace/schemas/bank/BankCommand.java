package io.millrace.schemas.bank;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of an account: by somebody, or by a transfer on its way. */
public sealed interface BankCommand extends SpecificRecord permits BankRequest, BankMovement {}
