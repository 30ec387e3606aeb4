package io.millrace.api.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.generation.Lineages;
import io.millrace.api.page.StreamsStores;
import io.millrace.api.page.Whereabouts;
import io.millrace.api.trace.TracedProcessors;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.Business;
import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.stream.PacedConsumer;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.backbone.stream.Voice;
import io.millrace.backbone.topics.Topic;
import io.millrace.schemas.wire.AvroCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes generations of pages, each with a topic for its rows by person where that isn't one of the catalogue's. */
record PageMaker(
        AvroCodec codec,
        StreamsSettings settings,
        int partitions,
        @Nullable HostInfo self,
        MeterRegistry meters,
        Tracing tracing,
        Lineages lineages,
        Consumer<Topic> providing,
        Runnable folded) {

    private static final Logger LOG = LoggerFactory.getLogger(PageMaker.class);

    LivingPages make(final Business business, final int number, final Predicate<Generation> shown) {
        final Generation generation = new Generation(business, number, lineages.voice(business, number));
        if (number > 1) {
            providing.accept(generation.peopleTopic());
        }
        // what is made anew, or kept, was followed when it happened
        final boolean shows = lineages.of(business).serving() == number;
        final Properties properties =
                TracedProcessors.in(settings.pages(generation.application()), shows ? tracing : Tracing.OFF);
        properties.put(StreamsConfig.mainConsumerPrefix(PacedConsumer.WORKED_OFF), folded);
        final Application application =
                new Application(topology(generation, properties), properties, meters, () -> shown.test(generation));
        final Whereabouts whereabouts = new Whereabouts(application::streams, self);
        final StreamsStores stores = new StreamsStores(application::streams, whereabouts, partitions);
        return new LivingPages(generation, application, stores, whereabouts.lags());
    }

    /** What it kept here, if it was done away with while this instance was not there. */
    void forget(final Business business, final int number) {
        final Path kept = settings.stateDir().resolve(new Generation(business, number, Voice.ALONE).application());
        try {
            Utils.delete(kept.toFile());
        } catch (final IOException e) {
            LOG.warn("what is left of {} can't be deleted", kept, e);
        }
    }

    /** How every generation works. */
    Topology first(final Business business) {
        return topology(Generation.first(business), settings.pages(business));
    }

    private Topology topology(final Generation generation, final Properties properties) {
        return PageTopology.of(generation, codec, new TopologyConfig(new StreamsConfig(properties)), properties);
    }
}
