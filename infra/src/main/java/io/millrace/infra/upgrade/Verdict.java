package io.millrace.infra.upgrade;

/** What has to be done so that a new topology can follow an old one. The later, the more. */
public enum Verdict {
    SAFE("instances may be replaced one after another"),
    DRAIN("stop all instances once nothing waits, then start the new ones: both kinds can't work side by side"),
    REBUILD("some state starts empty: pages can be made anew from the journal, books need a migration");

    private final String means;

    Verdict(final String means) {
        this.means = means;
    }

    public String means() {
        return means;
    }
}
