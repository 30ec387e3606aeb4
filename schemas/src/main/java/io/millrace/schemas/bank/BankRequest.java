package io.millrace.schemas.bank;

/** What a person asks of an account: refused or not, it is the last thing they asked. */
public sealed interface BankRequest extends BankCommand
        permits OpenAccount, CloseAccount, Deposit, Withdraw, AskBalance, AskHistory, SendTransfer {}
