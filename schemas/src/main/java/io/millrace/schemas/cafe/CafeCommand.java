package io.millrace.schemas.cafe;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a café's desk. */
public sealed interface CafeCommand extends SpecificRecord
        permits SetHouseRules,
                RegisterItem,
                ChangeItem,
                RestockItem,
                RemoveItem,
                PlaceOrder,
                CancelOrder,
                ApprovePayment,
                CancelPayment,
                ExpirePayment,
                CompleteProduction,
                StartDelivery,
                CompleteDelivery {}
