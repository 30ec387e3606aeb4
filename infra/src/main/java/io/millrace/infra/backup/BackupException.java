package io.millrace.infra.backup;

/** A backup can't be made, restored or trusted, and why. */
public final class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackupException(final String message) {
        super(message);
    }

    BackupException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
