package io.millrace.api.people;

import io.millrace.api.http.RefusedException;
import io.millrace.api.page.NotThereException;
import io.millrace.api.page.Patience;
import io.millrace.people.PersonBooks;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.people.RegisterPerson;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes commands of registrations. The credential is kept first, under a name that nobody can guess, and the command
 * says that name only; which of several counts is decided where everything is decided, at the desk. A registration sent
 * again finds the credential that was made for it, so that it is the same command again.
 */
final class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);

    /** However impatient the caller is: until it is kept, nothing can be taken. */
    private static final Duration TO_BE_KEPT = Duration.ofSeconds(2);

    /** Longer than any command can wait to be decided, and any receipt is remembered. */
    private static final Duration OF_NO_USE = Duration.ofDays(8);

    private final Population population;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SignIn signIn;
    private final HeavyWork work;
    private final InstantSource clock;

    Registrar(
            final Population population,
            final Credentials credentials,
            final Passwords passwords,
            final SignIn signIn,
            final HeavyWork work,
            final InstantSource clock) {
        this.population = population;
        this.credentials = credentials;
        this.passwords = passwords;
        this.signIn = signIn;
        this.work = work;
        this.clock = clock;
    }

    RegisterPerson command(final Applicant sent, final String key, final String address) {
        final Optional<Credential> before = counting(sent.id(), key).or(() -> credentials.madeFor(sent.id(), key));
        if (before.isPresent()) {
            if (!signIn.fits(before.get(), sent.password(), address)) {
                throw new RefusedException(
                        422,
                        Deed.KEY_REUSED,
                        "The key " + key + " was used before for another request; use a new one.");
            }
            return new RegisterPerson(sent.name(), before.get().getCredential());
        }
        // of somebody who is there, no credential is made: the desk will refuse, and remember that
        final boolean there = population.find(sent.id()).isPresent();
        return new RegisterPerson(sent.name(), there ? PersonBooks.NO_CREDENTIAL : made(sent, key));
    }

    /** When the same registration came twice at once, and the other one was quicker: what that one said. */
    Optional<RegisterPerson> asTheOther(final Applicant sent, final String key, final RegisterPerson ours) {
        return counting(sent.id(), key)
                .filter(it -> !it.getCredential().equals(ours.getCredential()))
                .filter(it -> work.run(() -> passwords.fits(sent.password(), it.getHash())))
                .map(it -> new RegisterPerson(sent.name(), it.getCredential()));
    }

    /** The credential that counts, if it was made for this registration. */
    private Optional<Credential> counting(final String id, final String key) {
        return population
                .find(id)
                .flatMap(known -> credentials.find(id, known.credential()))
                .filter(it -> it.getRegistration().equals(key));
    }

    private String made(final Applicant sent, final String key) {
        final String name = UUID.randomUUID().toString();
        final String hash = work.run(() -> passwords.hash(sent.password()));
        credentials.keep(new Credential(sent.id(), name, key, hash, Instant.ofEpochMilli(clock.millis())));
        final boolean read = population
                .patience()
                .until(
                        Patience.deadline(TO_BE_KEPT),
                        () -> credentials.find(sent.id(), name).isPresent());
        if (!read) {
            throw new NotThereException("The registration can't be kept at the moment.");
        }
        return name;
    }

    /** Forgets credentials that no registration has become of, or another one was quicker than. */
    void sweep() {
        final Instant since = clock.instant().minus(OF_NO_USE);
        credentials.all().filter(it -> it.getAt().isBefore(since)).forEach(it -> {
            final boolean counts = population
                    .find(it.getPerson())
                    .filter(known -> known.credential().equals(it.getCredential()))
                    .isPresent();
            if (!counts) {
                credentials.drop(it);
                LOG.info("credential of no use forgotten, person={}", it.getPerson());
            }
        });
    }
}
