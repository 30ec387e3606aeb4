package io.millrace.infra.broker;

/** Why the broker did not start, in one sentence that says what was wrong, where, and what to do about it. */
public final class BrokerRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerRefusedException(final String message) {
        super(message);
    }

    public BrokerRefusedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
