package io.millrace.api.http;

import io.javalin.http.Handler;
import java.util.function.Supplier;

/** How a read gets to the instance that has what it asks for. */
public interface Relay {

    /** There is no other instance. */
    Relay NONE = new Relay() {
        @Override
        public Handler reading(final Handler local) {
            return local;
        }

        @Override
        public byte[] part(final String path, final long deadline, final Supplier<byte[]> local) {
            return local.get();
        }
    };

    /** A handler that answers wherever the page is, made of one that can answer only where it is. */
    Handler reading(Handler local);

    /** A part of an answer: from here, or what that path answers at the instance that has it. */
    byte[] part(String path, long deadline, Supplier<byte[]> local);
}
