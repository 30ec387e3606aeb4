package io.millrace.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.people.EndSession;
import io.millrace.schemas.people.RegisterPerson;
import io.millrace.schemas.people.SetRoles;
import io.millrace.testkit.ConformanceTest;
import io.millrace.testkit.DeskTrial;
import io.millrace.testkit.Laws.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleConformanceTest extends ConformanceTest {

    @Override
    protected Business business() {
        return People.BUSINESS;
    }

    @Override
    protected List<Sent> life() {
        return List.of(
                new Sent("HSI", new RegisterPerson("Hong", "k1")),
                new Sent("HSI", new RegisterPerson("Somebody else", "k2")),
                new Sent("KIM", new SetRoles(Map.of("cafe/gangnam", List.of("owner")))),
                new Sent("KIM", new RegisterPerson("Kim", "k3")),
                new Sent("KIM", new SetRoles(Map.of("cafe/gangnam", List.of("owner"))), "admin"),
                new Sent("KIM", new SetRoles(Map.of("cafe/gangnam", List.of("king"))), "admin"),
                new Sent("HSI", new EndSession("s1", DeskTrial.NOON.plus(Duration.ofHours(1)))),
                new Sent("HSI", new EndSession("s1", DeskTrial.NOON.plus(Duration.ofHours(1)))),
                new Sent("LEE", new EndSession("s2", DeskTrial.NOON.plus(Duration.ofHours(1)))));
    }

    @Test
    void shouldKeepCredentialsOnACompactedTopicThatOnlyTheFacadeWrites() {
        final Topic credentials = Catalogue.of(People.BUSINESS).stream()
                .filter(topic -> topic.name().equals("people.credentials"))
                .findFirst()
                .orElseThrow();
        assertThat(credentials.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(credentials.writers()).isEqualTo(Set.of("facade"));
        assertThat(Catalogue.of(People.BUSINESS).stream().filter(it -> it.value() == Credential.class))
                .hasSize(1);
    }
}
