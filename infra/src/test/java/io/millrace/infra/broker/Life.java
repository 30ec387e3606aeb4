package io.millrace.infra.broker;

/** How one life of a crashing broker went: whether its readers hung, and how often it dropped the markers of a commit. */
public record Life(int number, boolean hung, long markersDropped, long answered) {
    public boolean harmed() {
        return hung || markersDropped > 0;
    }
}
