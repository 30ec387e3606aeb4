package io.millrace.schemas.client;

import org.jspecify.annotations.Nullable;

/** No registry answered in time. It says nothing about the record at hand: the same call may succeed later. */
public final class RegistryUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
