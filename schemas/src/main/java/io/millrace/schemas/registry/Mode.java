package io.millrace.schemas.registry;

/** Whether schemas may be changed. */
enum Mode {
    READWRITE,
    READONLY;

    static Mode of(final String name) {
        for (final Mode mode : values()) {
            if (mode.name().equals(name)) {
                return mode;
            }
        }
        throw RegistryError.invalidMode(name);
    }
}
