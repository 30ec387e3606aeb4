package io.millrace.schemas.riders;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can be wanted of a zone's desk. */
public sealed interface RidersCommand extends SpecificRecord
        permits SetHouseRules, CallRider, CancelDelivery, AcceptDelivery, PickDelivery, CompleteDelivery, DoNothing {}
