package io.millrace.backbone;

import java.util.Set;

/**
 * How an auditor follows numbered things, such as orders, on their one way: numbered without gaps, one step after
 * another, one end. What is at its end takes no room, because its number tells that it was there.
 */
public record Steps(String word) {

    public static final String NUMBER = "NUMBERS_WITHOUT_GAPS";
    public static final String STEP = "ONE_STEP_AFTER_ANOTHER";

    public void begin(final long number, final Enum<?> at, final Ledger ledger) {
        final long last = ledger.sum(word);
        if (number != last + 1) {
            ledger.violated(NUMBER, word + " " + number + " came after " + last);
        }
        ledger.settle(word, Math.max(last, number));
        ledger.mark(key(number), at.name());
    }

    public void step(final long number, final Set<? extends Enum<?>> from, final Enum<?> to, final Ledger ledger) {
        if (end(number, from, ledger)) {
            ledger.mark(key(number), to.name());
        }
    }

    /** Takes it off where it stands; false if it stands somewhere else, or is at its end already. */
    public boolean end(final long number, final Set<? extends Enum<?>> from, final Ledger ledger) {
        final String at = ledger.mark(key(number)).orElse("its end");
        final boolean right = from.stream().anyMatch(it -> it.name().equals(at));
        if (right) {
            ledger.erase(key(number));
        } else {
            ledger.violated(STEP, word + " " + number + " is at " + at + ", not at " + from);
        }
        return right;
    }

    private String key(final long number) {
        return word + "/" + number;
    }
}
