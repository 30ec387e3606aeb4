package io.millrace.infra.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.millrace.api.notify.Channels;
import io.millrace.api.notify.ChannelsFile;
import io.millrace.api.notify.Notifier;
import io.millrace.api.notify.NotifierSettings;
import io.millrace.api.notify.RetryPlan;
import io.millrace.api.trace.Tracing;
import io.millrace.backbone.Business;
import io.millrace.infra.config.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ways notices go to people. */
final class NotifyOptions {

    @Why("Which messages go out to whom is a business's matter, and changes without a release.")
    @Option(names = "--notify", description = "A file that says which notices go which ways (all: stream, log).")
    private @Nullable Path file;

    /** Read before anything is started: who mistyped a line is told so at once. */
    Channels channels(final List<Business> businesses) {
        final Set<String> names = businesses.stream().map(Business::name).collect(Collectors.toSet());
        return file == null ? Channels.DEFAULT : ChannelsFile.read(file, names, System::getenv);
    }

    static Notifier start(
            final String kafka,
            final String schemas,
            final Map<String, String> client,
            final String instance,
            final List<Business> businesses,
            final Channels channels,
            final MeterRegistry meters,
            final Tracing tracing) {
        return Notifier.start(
                new NotifierSettings(
                        kafka,
                        Map.of("schema.registry.url", schemas),
                        client,
                        instance,
                        businesses,
                        channels,
                        RetryPlan.DEFAULT),
                meters,
                tracing);
    }
}
