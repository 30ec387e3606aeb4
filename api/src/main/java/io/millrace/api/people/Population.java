package io.millrace.api.people;

import io.millrace.api.page.Patience;
import io.millrace.people.PersonBooks;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.people.Person;
import io.millrace.schemas.wire.AvroCodec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who there is, which credential is theirs, and which of their sessions they ended, as the people's journal has it. */
final class Population {

    /** Somebody, and the name of the credential that counts. */
    record Known(Person person, String credential) {}

    private final AvroCodec codec;
    private final Patience patience;
    private final Map<String, Somebody> people = new ConcurrentHashMap<>();

    Population(final AvroCodec codec, final Patience patience) {
        this.codec = codec;
        this.patience = patience;
    }

    void read(final byte[] value) {
        final JournalEntry entry = (JournalEntry) codec.decode(value);
        people.compute(entry.getDesk(), (_, before) -> (before == null ? Somebody.NOBODY : before).after(entry));
    }

    Optional<Known> find(final String id) {
        final Somebody somebody = somebody(id);
        return somebody.the(PersonBooks.PERSON)
                .flatMap(person -> somebody.the(PersonBooks.REGISTRATION)
                        .map(registration -> new Known(person, registration.getCredential())));
    }

    /** Whose session it is, unless they ended it. */
    Optional<Person> of(final Session session) {
        final Somebody somebody = somebody(session.person());
        return somebody.find(PersonBooks.ENDED, session.id()).isPresent()
                ? Optional.empty()
                : somebody.the(PersonBooks.PERSON);
    }

    /** How much of somebody's journal is known here. */
    long applied(final String id) {
        return somebody(id).seq();
    }

    /** Whether that much of it is known before the deadline. */
    boolean reaches(final String id, final long seq, final long deadline) {
        return patience.until(deadline, () -> applied(id) >= seq);
    }

    Patience patience() {
        return patience;
    }

    private Somebody somebody(final String id) {
        return people.getOrDefault(id, Somebody.NOBODY);
    }
}
