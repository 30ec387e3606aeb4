package io.millrace.api.people;

import io.millrace.api.people.Population.Known;
import io.millrace.schemas.people.Credential;
import io.millrace.schemas.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Checks passwords. It takes as long over somebody who isn't there as over anybody else, and who has failed too often is
 * not worked for.
 */
final class SignIn {

    private final Population population;
    private final Credentials credentials;
    private final Passwords passwords;
    private final HeavyWork work;
    private final Throttle throttle;
    private final InstantSource clock;

    SignIn(
            final Population population,
            final Credentials credentials,
            final Passwords passwords,
            final HeavyWork work,
            final InstantSource clock) {
        this.population = population;
        this.credentials = credentials;
        this.passwords = passwords;
        this.work = work;
        this.throttle = new Throttle(clock);
        this.clock = clock;
    }

    /** Whoever has this id and this password; nobody, if they don't go together. */
    Optional<Person> confirm(final String id, final String password, final String address, final long deadline) {
        slow(id, address);
        final Optional<Known> known = population.find(id);
        final Optional<Credential> credential = known.flatMap(it -> credential(id, it, deadline));
        if (!fits(id, password, address, credential)) {
            return Optional.empty();
        }
        credential.filter(it -> passwords.outdated(it.getHash())).ifPresent(it -> renew(it, password));
        return known.map(Known::person);
    }

    /** Whether the password is that of this credential; to be wrong counts, as it would be a way to guess it. */
    boolean fits(final Credential credential, final String password, final String address) {
        slow(credential.getPerson(), address);
        return fits(credential.getPerson(), password, address, Optional.of(credential));
    }

    private boolean fits(
            final String id, final String password, final String address, final Optional<Credential> credential) {
        final String hash = credential.map(Credential::getHash).orElseGet(passwords::nobodys);
        final boolean fits = work.run(() -> passwords.fits(password, hash)) && credential.isPresent();
        if (fits) {
            throttle.succeeded(id, address);
        } else {
            throttle.failed(id, address);
        }
        return fits;
    }

    private void slow(final String id, final String address) {
        final Duration wait = throttle.wait(id, address);
        if (wait.isPositive()) {
            throw new TooManyAttemptsException(wait);
        }
    }

    /** The page may know of a registration before this process has read its credential. */
    private Optional<Credential> credential(final String id, final Known known, final long deadline) {
        population
                .patience()
                .until(deadline, () -> credentials.find(id, known.credential()).isPresent());
        return credentials.find(id, known.credential());
    }

    /** The cost was changed: only now is the password there to be hashed anew. */
    private void renew(final Credential credential, final String password) {
        final String hash = work.run(() -> passwords.hash(password));
        credentials.keep(new Credential(
                credential.getPerson(),
                credential.getCredential(),
                credential.getRegistration(),
                hash,
                Instant.ofEpochMilli(clock.millis())));
    }
}
