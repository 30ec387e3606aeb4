package io.millrace.api.http;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Keys for writes that came without one: this process's own mark, and a number. */
final class Keys {

    private static final String OURS = UUID.randomUUID() + "-";
    private static final AtomicLong NEXT = new AtomicLong();

    private Keys() {}

    static String next() {
        return OURS + NEXT.incrementAndGet();
    }
}
