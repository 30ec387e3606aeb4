package io.millrace.schemas.client;

import org.jspecify.annotations.Nullable;

/** The registry refused, or answered something that can't be used. Asking again gets the same answer. */
public class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }

    public RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
