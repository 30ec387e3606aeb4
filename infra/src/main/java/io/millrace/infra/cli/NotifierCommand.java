package io.millrace.infra.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.millrace.Businesses;
import io.millrace.api.notify.Channels;
import io.millrace.api.notify.Notifier;
import io.millrace.api.trace.Tracing;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace notifier}: the notifier in a process of its own, beside instances that run without one. */
@Command(
        name = "notifier",
        description = "Bring notices to people, beside an instance that was started with --without notifier.",
        mixinStandardHelpOptions = true)
final class NotifierCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierCommand.class);

    @Option(names = "--bootstrap", defaultValue = "127.0.0.1:9092", description = "Kafka (${DEFAULT-VALUE}).")
    private String bootstrap = "127.0.0.1:9092";

    @Option(
            names = "--registry",
            defaultValue = "http://127.0.0.1:8081",
            description = "Its schema registry (${DEFAULT-VALUE}).")
    private String registry = "http://127.0.0.1:8081";

    @Option(names = "--config", description = "A file with settings, which may be that of the instances.")
    private @Nullable Path config;

    @Option(names = "--instance", defaultValue = "one", description = "This notifier's stable name.")
    private String instance = "one";

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final TraceOptions traces = new TraceOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private NotifyOptions notify = new NotifyOptions();

    @Override
    public Integer call() throws InterruptedException {
        LOG.debug("configuration, file={}", config);
        traces.check(spec.commandLine());
        final Channels channels = notify.channels(Businesses.ALL);
        final CountDownLatch stopped = new CountDownLatch(1);
        final Tracing tracing = traces.tracing(instance);
        final Notifier notifier = NotifyOptions.start(
                bootstrap,
                registry,
                kafka.settings(),
                instance,
                Businesses.ALL,
                channels,
                new SimpleMeterRegistry(),
                tracing);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            notifier.close();
                            tracing.close();
                            stopped.countDown();
                        },
                        "stop"));
        Terminal.say("Notices are brought, from " + bootstrap + "; Ctrl-C stops it.");
        stopped.await();
        return 0;
    }
}
