package io.millrace.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed, one change at a time: each is decided on what all before it left behind. */
final class Changes {
    private static final int PATIENCE_SECONDS = 20;

    private final RegistryState state;
    private final Questions questions;
    private final SchemaLog log;
    private final ReentrantLock turn = new ReentrantLock();

    Changes(final RegistryState state, final Questions questions, final SchemaLog log) {
        this.state = state;
        this.questions = questions;
        this.log = log;
    }

    int register(final String subject, final Schema schema) {
        // Serializers ask this at every start, nearly always for what is there: no need to take turns.
        return questions
                .find(subject, schema, false)
                .map(SchemaVersion::id)
                .orElseGet(() -> inTurn(() -> registerNew(subject, schema)));
    }

    private int registerNew(final String subject, final Schema schema) {
        final SchemaVersion known = questions.find(subject, schema, false).orElse(null);
        if (known != null) {
            return known.id();
        }
        checkWritable(subject);
        final List<String> objections = questions.objections(subject, schema);
        if (!objections.isEmpty()) {
            throw RegistryError.incompatible(questions.level(subject), objections);
        }
        final List<SchemaVersion> before = questions.visible(subject, true);
        final int version = before.isEmpty() ? 1 : before.getLast().version() + 1;
        final int id = state.idOf(schema.toString()).orElseGet(() -> Math.addExact(state.highestId(), 1));
        append(List.of(LogEntry.schema(new SchemaVersion(subject, version, id, schema.toString(), false))));
        return id;
    }

    List<Integer> deleteSubject(final String subject, final boolean permanent) {
        return inTurn(() -> {
            checkWritable(subject);
            final List<SchemaVersion> versions = questions.versions(subject, true);
            final boolean visible = versions.stream().anyMatch(it -> !it.deleted());
            if (permanent && visible) {
                throw RegistryError.subjectNotSoftDeleted(subject);
            }
            if (!permanent && !visible) {
                throw RegistryError.subjectSoftDeleted(subject);
            }
            final List<SchemaVersion> doomed =
                    versions.stream().filter(it -> permanent || !it.deleted()).toList();
            delete(doomed, permanent);
            return doomed.stream().map(SchemaVersion::version).toList();
        });
    }

    int deleteVersion(final String subject, final String wanted, final boolean permanent) {
        return inTurn(() -> {
            checkWritable(subject);
            final SchemaVersion version = questions.version(subject, wanted, !wanted.equals("latest"));
            if (permanent && !version.deleted()) {
                throw RegistryError.versionNotSoftDeleted(version);
            }
            if (!permanent && version.deleted()) {
                throw RegistryError.versionSoftDeleted(version);
            }
            delete(List.of(version), permanent);
            return version.version();
        });
    }

    private void delete(final List<SchemaVersion> doomed, final boolean permanent) {
        final List<LogEntry> entries = new ArrayList<>();
        if (permanent) {
            entries.add(LogEntry.highestId(state.highestId()));
        }
        doomed.forEach(it -> entries.add(permanent ? LogEntry.tombstone(it) : LogEntry.schema(it.softDeleted())));
        append(entries);
    }

    void setLevel(final @Nullable String subject, final @Nullable CompatibilityLevel level) {
        inTurn(() -> append(List.of(LogEntry.level(subject, level))));
    }

    void setMode(final @Nullable String subject, final Mode mode) {
        inTurn(() -> append(List.of(LogEntry.mode(subject, mode))));
    }

    private void checkWritable(final String subject) {
        if (questions.mode(subject) == Mode.READONLY) {
            throw RegistryError.readOnly(subject);
        }
    }

    private boolean append(final List<LogEntry> entries) {
        try {
            log.append(entries);
            return true;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private <T> T inTurn(final Supplier<T> change) {
        try {
            if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw RegistryError.storeTimedOut("Another change has not come to its end; try again");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return change.get();
        } catch (ForgottenWriter e) {
            // The writer is renewed by now, and all that others wrote meanwhile is read.
            return change.get();
        } finally {
            turn.unlock();
        }
    }

    private static RegistryError interrupted() {
        Thread.currentThread().interrupt();
        return RegistryError.storeTimedOut("The registry is stopping; the change may or may not be in force");
    }
}
