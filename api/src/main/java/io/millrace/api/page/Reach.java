package io.millrace.api.page;

import java.util.Optional;

/**
 * How far a request reaches for its pages. It is bound to the thread that works on the request; outside of requests,
 * pages are read only here.
 */
public enum Reach {
    /** A caller asks, and doesn't care where the page lies. */
    ANYWHERE,
    /** Another instance asks us as the owner of the page: it has looked elsewhere already. */
    OWNED,
    /** Another instance asks us for our copy, because the owner doesn't answer. */
    COPIED;

    private static final ScopedValue<Reach> NOW = ScopedValue.newInstance();

    public static Optional<Reach> now() {
        return NOW.isBound() ? Optional.of(NOW.get()) : Optional.empty();
    }

    public <T, X extends Throwable> T call(final ScopedValue.CallableOp<T, X> reading) throws X {
        return ScopedValue.where(NOW, this).call(reading);
    }
}
