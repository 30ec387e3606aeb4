package io.millrace.api.notify;

import io.millrace.backbone.Business;
import java.util.List;
import java.util.Map;

/** Where a notifier finds Kafka and the registry, what it is called, whose notices it brings, and which ways. */
public record NotifierSettings(
        String bootstrap,
        Map<String, String> registry,
        Map<String, String> client,
        String instance,
        List<Business> businesses,
        Channels channels,
        RetryPlan plan) {}
