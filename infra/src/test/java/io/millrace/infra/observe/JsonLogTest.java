package io.millrace.infra.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import io.millrace.api.trace.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --log json} writes, as whoever collects logs reads it. */
class JsonLogTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void shouldBeALineOfFieldsWithTheTraceAndTheCommandItIsAbout() throws Exception {
        final LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        final JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback-json.xml")));
        final Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        final LoggingEvent event = new LoggingEvent(
                JsonLogTest.class.getName(), context.getLogger("millrace.test"), Level.WARN, "it is late", null, null);
        event.setMDCPropertyMap(Map.of(Step.IN_LOG, TRACE));
        event.setKeyValuePairs(List.of(new KeyValuePair("command", "c1"), new KeyValuePair("token", "cafe/gangnam@7")));

        final String line = written(root, event);

        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        final JsonNode fields = JsonMapper.shared().readTree(line);
        assertThat(fields.at("/message").asString()).isEqualTo("it is late");
        assertThat(fields.at("/trace").asString()).isEqualTo(TRACE);
        assertThat(fields.at("/command").asString()).isEqualTo("c1");
        assertThat(fields.at("/token").asString()).isEqualTo("cafe/gangnam@7");
        assertThat(fields.at("/level").asString()).isEqualTo("WARN");
    }

    private static String written(final Logger root, final ILoggingEvent event) {
        final ConsoleAppender<ILoggingEvent> console =
                (ConsoleAppender<ILoggingEvent>) Objects.requireNonNull(root.getAppender("console"));
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
