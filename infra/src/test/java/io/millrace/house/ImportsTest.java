package io.millrace.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.millrace.Businesses;
import io.millrace.backbone.Business;
import java.util.stream.Collectors;
import org.apache.avro.specific.AvroGenerated;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know whom. Imports go one way: infra, api, topology, schemas. */
class ImportsTest {

    /** Every business that is registered: its package has its name. */
    private static final String[] BUSINESSES = Businesses.ALL.stream()
            .map(business -> "io.millrace." + business.name() + "..")
            .toArray(String[]::new);

    private static final String[] OUTSIDE_OF_RULES = {
        "org.apache.kafka..",
        "org.springframework..",
        "io.javalin..",
        "org.eclipse.jetty..",
        "tools.jackson..",
        "com.fasterxml..",
        "java.net..",
        "java.net.http..",
        "java.io..",
        "java.nio.file..",
        "java.util.concurrent..",
        "io.millrace.backbone.audit..",
        "io.millrace.backbone.desk..",
        "io.millrace.backbone.page..",
        "io.millrace.backbone.stream..",
        "io.millrace.backbone.topics..",
        "io.millrace.schemas.wire..",
        "io.millrace.schemas.client..",
        "io.millrace.schemas.registry.."
    };

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.millrace");

    @Test
    void shouldImportOneWay() {
        noClasses()
                .that()
                .resideInAPackage("io.millrace.schemas..")
                .should()
                .dependOnClassesThat(outside("io.millrace.schemas"))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("io.millrace.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.millrace.infra..")
                .allowEmptyShould(true)
                .check(OURS);
        noClasses()
                .that()
                .resideInAnyPackage("io.millrace.backbone..")
                .or()
                .resideInAnyPackage(BUSINESSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.millrace.api..", "io.millrace.infra..")
                .check(OURS);
    }

    @Test
    void shouldKeepRulesPure() {
        rulesArePure().check(OURS);
    }

    private static ArchRule rulesArePure() {
        return noClasses()
                .that()
                .resideInAnyPackage(BUSINESSES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_OF_RULES);
    }

    @Test
    void shouldGiveRulesNoClockAndNoChance() {
        for (final String now : new String[] {"java.time.Instant", "java.time.LocalDate", "java.time.ZonedDateTime"}) {
            noClasses()
                    .that()
                    .resideInAnyPackage(BUSINESSES)
                    .should()
                    .callMethod(now, "now")
                    .check(OURS);
        }
        noClasses()
                .that()
                .resideInAnyPackage(BUSINESSES)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.UUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(OURS);
    }

    @Test
    void shouldKeepBusinessesApart() {
        slices().matching("io.millrace.("
                        + Businesses.ALL.stream().map(Business::name).collect(Collectors.joining("|")) + ")..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("io.millrace.backbone..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(BUSINESSES)
                .check(OURS);
    }

    @Test
    void shouldMarkEveryPackageForNullness() {
        classes()
                .that()
                .resideInAPackage("io.millrace..")
                .and()
                .areNotAnnotatedWith(AvroGenerated.class)
                .should()
                .resideInAPackage("io.millrace..")
                .andShould(new NullMarkedPackage())
                .check(OURS);
    }

    /** The rule that rules are pure is itself seen to bite: the backbone's desk is not, and would be caught. */
    @Test
    void shouldCatchARuleThatKnowsKafka() {
        final ArchRule ofTheDesk = noClasses()
                .that()
                .resideInAPackage("io.millrace.backbone.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_OF_RULES);
        assertThatThrownBy(() -> ofTheDesk.check(OURS)).isInstanceOf(AssertionError.class);
    }

    private static DescribedPredicate<JavaClass> outside(final String home) {
        return DescribedPredicate.describe(
                "are ours, but outside of " + home,
                it -> it.getPackageName().startsWith("io.millrace")
                        && !it.getPackageName().startsWith(home));
    }

    private static final class NullMarkedPackage extends ArchCondition<JavaClass> {
        NullMarkedPackage() {
            super("be in a @NullMarked package");
        }

        @Override
        public void check(final JavaClass it, final ConditionEvents events) {
            final boolean marked = it.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    it, marked, it.getPackageName() + " has " + (marked ? "" : "no ") + "@NullMarked package-info"));
        }
    }
}
