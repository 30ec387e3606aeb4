package io.millrace.backbone;

import java.util.Optional;

/** One desk's sums and marks, for its auditor. What is zero or erased takes no room. */
public interface Ledger {

    void add(String account, long amount);

    /** The account is to hold this much from now on, whatever it held. */
    void settle(String account, long amount);

    /** Zero where nothing was ever added. */
    long sum(String account);

    void mark(String key, String value);

    Optional<String> mark(String key);

    void erase(String key);

    /** Says that a law is broken here. The audit goes on. */
    void violated(String law, String detail);

    /**
     * Says that this event follows from one at another desk, where that mark says that. It is judged there, and then: so
     * a mark that others go by stays as it was made. Only for auditors that look between desks.
     */
    void claims(String desk, String law, String key, String value);
}
