package io.millrace.schemas.registry;

/**
 * Brokers forget a transactional producer that wrote nothing for {@code transactional.id.expiration.ms}, a week by
 * default. Nothing was written; what was to be written must be decided again, since somebody else may have written since.
 */
final class ForgottenWriter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForgottenWriter(final Throwable cause) {
        super("The brokers forgot our transactional producer", cause);
    }
}
