package io.millrace.schemas.rental;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a depot's desk. */
public sealed interface RentalCommand extends SpecificRecord
        permits SetHouseRules,
                RegisterEquipment,
                RestockEquipment,
                PlaceOrder,
                CancelOrder,
                ReturnOrder,
                ApproveOrder,
                RejectOrder,
                ApproveWaiting {}
