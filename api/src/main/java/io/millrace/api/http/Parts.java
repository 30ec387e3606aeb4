package io.millrace.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.millrace.api.command.Acts;
import io.millrace.api.command.Commands;
import io.millrace.api.generation.Lineages;
import io.millrace.api.generation.PrintSource;
import io.millrace.api.generation.Upkeep;
import io.millrace.api.page.Answered;
import io.millrace.api.page.AuditSource;
import io.millrace.api.page.KeptSource;
import io.millrace.api.page.OwnerSource;
import io.millrace.api.page.PageSource;
import io.millrace.api.page.Patience;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.Business;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.Topology;

/** What the façade is built on; {@code more} are routes that no business declares. */
public record Parts(
        List<Business> businesses,
        Commands commands,
        PageSource pages,
        Patience patience,
        AuditSource audits,
        KeptSource kept,
        OwnerSource owners,
        Acts acts,
        Lineages lineages,
        PrintSource prints,
        Upkeep upkeep,
        Relay relay,
        Map<String, Topology> topologies,
        Handler events,
        Health health,
        Answered answered,
        Door door,
        List<Consumer<RoutesConfig>> more,
        PrometheusMeterRegistry meters,
        Tracing tracing,
        InstantSource clock) {}
