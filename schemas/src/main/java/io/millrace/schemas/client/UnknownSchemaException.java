package io.millrace.schemas.client;

/** The registry answered, and knows no such subject, version or id. */
public final class UnknownSchemaException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
