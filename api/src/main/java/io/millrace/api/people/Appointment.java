package io.millrace.api.people;

import io.millrace.people.Roles;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.people.SetRoles;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees at the start that somebody may give roles, as it is configured. Who has that name already, and another password,
 * is not made an admin: it may be somebody else.
 */
final class Appointment {

    private static final Logger LOG = LoggerFactory.getLogger(Appointment.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HERE = "start";

    private final PeopleSettings.@Nullable FirstAdmin wanted;
    private final Population population;
    private final Registrar registrar;
    private final SignIn signIn;
    private final Deed deed;

    Appointment(
            final PeopleSettings.@Nullable FirstAdmin wanted,
            final Population population,
            final Registrar registrar,
            final SignIn signIn,
            final Deed deed) {
        this.wanted = wanted;
        this.population = population;
        this.registrar = registrar;
        this.signIn = signIn;
        this.deed = deed;
    }

    void appoint() {
        final PeopleSettings.FirstAdmin admin = wanted;
        if (admin == null) {
            return;
        }
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        final Optional<Person> before = population.find(admin.id()).map(Population.Known::person);
        if (before.isPresent() && Roles.admin(before.get().getRoles())) {
            return;
        }
        if (before.isEmpty()) {
            final String key = "first-admin-" + admin.id();
            final var sent = Applicant.checked(admin.id(), admin.id(), admin.password());
            hand(admin.id(), key, registrar.command(sent, key, HERE));
        }
        final Person person = signIn.confirm(admin.id(), admin.password(), HERE, deadline)
                .orElseThrow(() -> new IllegalStateException(admin.id()
                        + " is to be the first admin, but is registered already, with another password than"
                        + " configured. Configure that one, or choose another id."));
        final Map<String, List<String>> roles = new HashMap<>(person.getRoles());
        roles.put(Roles.EVERYWHERE, List.of(Roles.ADMIN));
        hand(admin.id(), "first-admin-roles-" + person.getUpdatedAt().toEpochMilli(), new SetRoles(roles));
        LOG.info("first admin appointed, id={}", admin.id());
    }

    private void hand(final String person, final String key, final SpecificRecord command) {
        final Receipt receipt = deed.hand(person, key, null, command, PATIENCE)
                .orElseThrow(() -> new IllegalStateException("The first admin can't be registered in time."));
        if (receipt.getRefused() != null) {
            throw new IllegalStateException("The first admin can't be registered: "
                    + receipt.getRefused().getDetail());
        }
    }
}
