package io.millrace.backbone.topics;

/** Where a notice waits that could not be brought to somebody: to be tried again soon, later, or seldom. */
public enum Again {
    SOON("notices.soon"),
    LATER("notices.later"),
    SELDOM("notices.seldom");

    private final String what;

    Again(final String what) {
        this.what = what;
    }

    /** Of that business. */
    public String topic(final String business) {
        return business + "." + what;
    }
}
