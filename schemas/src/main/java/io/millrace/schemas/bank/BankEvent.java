package io.millrace.schemas.bank;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at an account. */
public sealed interface BankEvent extends SpecificRecord
        permits AccountOpened,
                AccountClosed,
                Deposited,
                Withdrawn,
                BalanceShown,
                HistoryShown,
                TransferSent,
                TransferReceived,
                TransferRejected,
                TransferCompleted,
                TransferReturned,
                RequestRefused {}
