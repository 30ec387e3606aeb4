package io.millrace.api.json;

import org.jspecify.annotations.Nullable;

/** Turns a value that was sent into what a schema asks for, or says what is wrong with it and gives null. */
@FunctionalInterface
interface Binder {

    @Nullable
    Object bind(@Nullable Object sent, String path, Problems problems);
}
