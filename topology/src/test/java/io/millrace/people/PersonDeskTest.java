package io.millrace.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.schemas.people.EndSession;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.people.PersonRegistered;
import io.millrace.schemas.people.RegisterPerson;
import io.millrace.schemas.people.Registration;
import io.millrace.schemas.people.RolesSet;
import io.millrace.schemas.people.SessionEnded;
import io.millrace.schemas.people.SessionForgotten;
import io.millrace.schemas.people.SetRoles;
import io.millrace.testkit.DeskTrial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonDeskTest {

    private static final Map<String, List<String>> OWNER = Map.of("cafe/gangnam", List.of("owner"));
    private static final Instant IN_AN_HOUR = DeskTrial.NOON.plus(Duration.ofHours(1));

    private static DeskTrial nobody() {
        return DeskTrial.at(People.BUSINESS, "HSI");
    }

    private static DeskTrial somebody() {
        return nobody().given(new RegisterPerson("Hong", "k1"));
    }

    @Test
    void shouldRegisterSomebodyWithoutRoles() {
        final Person person = nobody().when(new RegisterPerson("Hong", "k1"))
                .then(new PersonRegistered("Hong", "k1"))
                .shown(Person.class);
        assertThat(person.getName()).isEqualTo("Hong");
        assertThat(person.getRoles()).isEmpty();
    }

    @Test
    void shouldRegisterNobodyTwiceAndKeepTheFirstCredential() {
        final DeskTrial trial =
                somebody().when(new RegisterPerson("Thief", "k2")).thenRefused("PERSON_EXISTS");
        assertThat(trial.books().the(PersonBooks.REGISTRATION).map(Registration::getCredential))
                .contains("k1");
    }

    @Test
    void shouldRefuseANameThatIsNone() {
        nobody().when(new RegisterPerson("", "k1")).thenRefused("MALFORMED");
    }

    @Test
    void shouldRegisterNobodyWhoNamesNoCredential() {
        nobody().when(new RegisterPerson("Hong", PersonBooks.NO_CREDENTIAL)).thenRefused("NO_CREDENTIAL");
        somebody().when(new RegisterPerson("Hong", PersonBooks.NO_CREDENTIAL)).thenRefused("PERSON_EXISTS");
    }

    @Test
    void shouldGiveRolesPerDesk() {
        final Person person =
                somebody().when(new SetRoles(OWNER)).then(new RolesSet(OWNER)).shown(Person.class);
        assertThat(person.getRoles()).isEqualTo(OWNER);
    }

    @Test
    void shouldTakeAwayRolesThatAreLeftOut() {
        final Person person = somebody()
                .given(new SetRoles(OWNER))
                .when(new SetRoles(Map.of()))
                .shown(Person.class);
        assertThat(person.getRoles()).isEmpty();
    }

    @Test
    void shouldGiveNobodyRoles() {
        nobody().when(new SetRoles(OWNER)).thenRefused("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"cafe/gangnam,king", "bank/savings,owner", "cafe,owner", "cafe/Gang Nam,owner", "*,owner", "'',owner"})
    void shouldRefuseRolesThatAreNone(final String where, final String role) {
        somebody().when(new SetRoles(Map.of(where, List.of(role)))).thenRefused("MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({
        "cafe/gangnam,rider",
        "cafe/*,cashier",
        "coffeeshop/a,barista",
        "rental/d,manager",
        "riders/z,dispatcher"
    })
    void shouldKnowTheRolesThereAre(final String where, final String role) {
        somebody().given(new SetRoles(Map.of(where, List.of(role))));
    }

    @Test
    void shouldAllowAtADeskAtABusinessOrEverywhere() {
        assertThat(Roles.allow(OWNER, "cafe", "gangnam", "owner")).isTrue();
        assertThat(Roles.allow(OWNER, "cafe", "hongdae", "owner")).isFalse();
        assertThat(Roles.allow(OWNER, "cafe", "gangnam", "barista")).isFalse();
        assertThat(Roles.allow(Map.of("cafe/*", List.of("owner")), "cafe", "hongdae", "owner"))
                .isTrue();
        assertThat(Roles.allow(Map.of("cafe/*", List.of("owner")), "rental", "hongdae", "owner"))
                .isFalse();
        assertThat(Roles.admin(Map.of("*", List.of("admin")))).isTrue();
        assertThat(Roles.admin(OWNER)).isFalse();
    }

    @Test
    void shouldRememberAnEndedSessionUntilItWouldBeOver() {
        final DeskTrial trial =
                somebody().when(new EndSession("s1", IN_AN_HOUR)).then(new SessionEnded("s1", IN_AN_HOUR));
        assertThat(trial.books().find(PersonBooks.ENDED, "s1")).isPresent();
        trial.ring(Duration.ofHours(1)).then(new SessionForgotten("s1"));
        assertThat(trial.books().find(PersonBooks.ENDED, "s1")).isEmpty();
    }

    @Test
    void shouldEndASessionOnce() {
        somebody()
                .given(new EndSession("s1", IN_AN_HOUR))
                .when(new EndSession("s1", IN_AN_HOUR))
                .then();
    }

    @Test
    void shouldLeaveASessionAloneThatIsOver() {
        somebody()
                .later(Duration.ofHours(2))
                .when(new EndSession("s1", IN_AN_HOUR))
                .then();
    }

    @Test
    void shouldEndNoSessionOfNobody() {
        nobody().when(new EndSession("s1", IN_AN_HOUR)).thenRefused("NOT_FOUND");
    }
}
