package io.millrace.schemas.riders;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at a zone's desk. */
public sealed interface RidersEvent extends SpecificRecord
        permits HouseRulesSet,
                RestaurantJoined,
                RiderJoined,
                DeliveryCalled,
                DeliveryAccepted,
                DeliveryPicked,
                DeliveryCompleted,
                DeliveryCanceled {}
