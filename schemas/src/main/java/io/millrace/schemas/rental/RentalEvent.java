package io.millrace.schemas.rental;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at a depot's desk. */
public sealed interface RentalEvent extends SpecificRecord
        permits HouseRulesSet,
                EquipmentRegistered,
                EquipmentRestocked,
                OrderPlaced,
                OrderApproved,
                OrderRejected,
                OrderCancelled,
                OrderReturned,
                BacklogWorked {}
