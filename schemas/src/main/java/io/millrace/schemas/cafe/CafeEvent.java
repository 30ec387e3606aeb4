package io.millrace.schemas.cafe;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at a café's desk. */
public sealed interface CafeEvent extends SpecificRecord
        permits HouseRulesSet,
                ItemRegistered,
                ItemChanged,
                ItemRestocked,
                ItemRemoved,
                OrderPlaced,
                PaymentApproved,
                OrderCanceled,
                ProductionCompleted,
                DeliveryStarted,
                DeliveryCompleted {}
