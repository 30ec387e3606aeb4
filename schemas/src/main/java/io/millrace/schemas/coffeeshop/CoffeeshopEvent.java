package io.millrace.schemas.coffeeshop;

import org.apache.avro.specific.SpecificRecord;

/** Everything that can happen at a coffee shop's desk. */
public sealed interface CoffeeshopEvent extends SpecificRecord
        permits HouseRulesSet,
                StockRegistered,
                StockAdded,
                OrderPlaced,
                StockRanOut,
                ProductionStarted,
                ProductionCompleted,
                OrderCanceled,
                KitchenWentOn {}
