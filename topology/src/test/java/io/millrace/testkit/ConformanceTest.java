package io.millrace.testkit;

import io.millrace.backbone.Business;
import io.millrace.backbone.audit.AuditTopology;
import io.millrace.backbone.desk.DeskTopology;
import io.millrace.backbone.page.PageTopology;
import io.millrace.backbone.stream.StreamsSettings;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.junit.jupiter.api.Test;

/** The laws, for each business to inherit: it says who it is, and a life with refusals in it. */
public abstract class ConformanceTest {

    protected abstract Business business();

    /** Commands in their order: most of what the business can do, and some that it refuses. */
    protected abstract List<Laws.Sent> life();

    @Test
    void sameCommandTwiceHasOneEffectAndOneReceipt() {
        Laws.sameCommandTwiceHasOneEffectAndOneReceipt(business(), life());
    }

    @Test
    void anotherCommandUnderTheSameIdIsRefused() {
        Laws.anotherCommandUnderTheSameIdIsRefused(business(), life());
    }

    @Test
    void journalHasNoGaps() {
        Laws.journalHasNoGaps(business(), life());
    }

    @Test
    void refusedCommandsChangeNothing() {
        Laws.refusedCommandsChangeNothing(business(), life());
    }

    @Test
    void journalAloneMakesTheSameBooks() {
        Laws.journalAloneMakesTheSameBooks(business(), life());
    }

    @Test
    void journalFoldedTwiceMakesTheSamePages() {
        Laws.journalFoldedTwiceMakesTheSamePages(business(), life());
    }

    @Test
    void pagesShowTheBooksButWhatIsForRules() {
        Laws.pagesShowTheBooksButWhatIsForRules(business(), life());
    }

    @Test
    void auditFindsNothingInAnHonestLife() {
        Laws.auditFindsNothing(business(), life());
    }

    @Test
    void auditCatchesAnEventThatIsMissing() {
        AuditLaws.auditCatchesAnEventThatIsMissing(business(), life());
    }

    @Test
    void auditCatchesAnEventThatStandsTwice() {
        AuditLaws.auditCatchesAnEventThatStandsTwice(business(), life());
    }

    @Test
    void auditCatchesAnEventWithoutItsReceipt() {
        AuditLaws.auditCatchesAnEventWithoutItsReceipt(business(), life());
    }

    @Test
    void poisonStopsNothingAndIsKeptWhole() {
        PoisonLaw.poisonStopsNothingAndIsKeptWhole(business(), life());
    }

    /** The documents show these: a life that has more of a business in it draws more of it. */
    @Test
    void statesAreTheOnesThatAreDrawn() {
        Golden.matches(business().name() + "-states", States.of(business(), life()));
    }

    @Test
    void topologyIsTheOneThatIsDeployed() {
        final AvroCodec codec =
                new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://golden")), true);
        final StreamsSettings settings =
                new StreamsSettings("none:1", Path.of("none"), "test", 1, 1, 0, null, Map.of());
        final Properties desk = settings.desk(business());
        final Properties pages = settings.pages(business());
        Golden.matches(
                business().name() + "-desk",
                DeskTopology.of(business(), codec, new TopologyConfig(new StreamsConfig(desk)))
                        .describe()
                        .toString());
        Golden.matches(
                business().name() + "-audit",
                AuditTopology.of(business(), codec, new TopologyConfig(new StreamsConfig(settings.audit(business()))))
                        .describe()
                        .toString());
        Golden.matches(
                business().name() + "-pages",
                PageTopology.of(business(), codec, new TopologyConfig(new StreamsConfig(pages)), pages)
                        .describe()
                        .toString());
    }
}
