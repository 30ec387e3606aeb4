package io.millrace.api.trace;

import io.millrace.backbone.stream.Trace;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes a step of what desk and pages do with a record that belongs to a trace. Streams puts it around the processors if
 * it is told to, so that the topologies know nothing of it, and without it there is nothing to pay for.
 */
public final class TracedProcessors implements ProcessorWrapper {

    /** Under this key the settings say who follows. */
    private static final String TRACING = "millrace.tracing";

    /** What decides, shows, or brings to people; all else only passes records on. */
    private static final Set<String> STEPS = Set.of("desk", "pages", "people", "pushes");

    private Tracing tracing = Tracing.OFF;
    private String business = "";

    /** Adds to an application's settings what makes Streams use this, if anybody follows. */
    public static <S extends Map<Object, Object>> S in(final S settings, final Tracing tracing) {
        if (tracing.on()) {
            settings.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, TracedProcessors.class);
            settings.put(TRACING, tracing);
        }
        return settings;
    }

    @Override
    public void configure(final Map<String, ?> settings) {
        if (settings.get(TRACING) instanceof Tracing it) {
            tracing = it;
        }
        final String application = String.valueOf(settings.get(StreamsConfig.APPLICATION_ID_CONFIG));
        business = application.replaceFirst("-[a-z]+(-[0-9]+)?$", "");
    }

    @Override
    public <KIn, VIn, KOut, VOut> WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
            final String node, final ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
        return STEPS.contains(node)
                ? new Followed<>(tracing, business + " " + node, supplier)
                : ProcessorWrapper.asWrapped(supplier);
    }

    @Override
    public <KIn, VIn, VOut> WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
            final String node, final FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private record Followed<KIn, VIn, KOut, VOut>(
            Tracing tracing, String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier)
            implements WrappedProcessorSupplier<KIn, VIn, KOut, VOut> {

        @Override
        public Processor<KIn, VIn, KOut, VOut> get() {
            return new Following<>(tracing, name, supplier.get());
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return supplier.stores();
        }
    }

    private static final class Following<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

        private final Tracing tracing;
        private final String name;
        private final Processor<KIn, VIn, KOut, VOut> processor;

        @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
        private ProcessorContext<KOut, VOut> context;

        Following(final Tracing tracing, final String name, final Processor<KIn, VIn, KOut, VOut> processor) {
            this.tracing = tracing;
            this.name = name;
            this.processor = processor;
        }

        @Override
        public void init(final ProcessorContext<KOut, VOut> processorContext) {
            context = processorContext;
            processor.init(processorContext);
        }

        @Override
        public void process(final Record<KIn, VIn> record) {
            if (Trace.in(record.headers()) == null) {
                processor.process(record);
                return;
            }
            try (Step step = tracing.caused(name, record.headers())) {
                context.recordMetadata().ifPresent(it -> tell(step, it));
                step.during(() -> {
                    processor.process(record.withHeaders(step.on(record.headers())));
                    return step;
                });
            }
        }

        /** Where the record lies; not its key, which may be a person. */
        private static void tell(final Step step, final RecordMetadata place) {
            step.tell("messaging.system", "kafka")
                    .tell("messaging.destination.name", place.topic())
                    .tell("messaging.destination.partition.id", Integer.toString(place.partition()))
                    .tell("messaging.kafka.offset", place.offset());
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
