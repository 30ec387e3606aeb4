package io.millrace.schemas.coffeeshop;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a coffee shop's desk. */
public sealed interface CoffeeshopCommand extends SpecificRecord
        permits SetHouseRules,
                AddStock,
                RestockProduct,
                PlaceOrder,
                CancelOrder,
                CompleteProduction,
                StartWaiting,
                VisitQueues {}
