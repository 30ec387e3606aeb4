package io.millrace.schemas.bank;

/** The later steps of a transfer, which follow by themselves. */
public sealed interface BankMovement extends BankCommand permits ReceiveTransfer, CompleteTransfer, ReturnTransfer {}
