package io.millrace.infra.faults;

import java.util.Random;

/** Between which steps of a desk's work it is crashed. */
enum CrashPoint {
    /** Polled, and nothing done with it. */
    AFTER_POLL,
    /** Some rows of the books written, others not. */
    WITHIN_BOOKS,
    /** Events produced, or some of them. */
    WITHIN_JOURNAL,
    /** Receipts produced, or some of them. */
    WITHIN_RECEIPTS,
    /** All produced, but the offsets. */
    BEFORE_OFFSETS,
    /** The offsets too, but not committed. */
    BEFORE_COMMIT,
    /** Committed, and nobody here knows. */
    AFTER_COMMIT;

    /** How often it is passed before the crash. */
    int after(final Random random) {
        return switch (this) {
            case WITHIN_BOOKS, WITHIN_JOURNAL, WITHIN_RECEIPTS -> 1 + random.nextInt(5);
            case AFTER_POLL, BEFORE_OFFSETS, BEFORE_COMMIT, AFTER_COMMIT -> 1;
        };
    }
}
