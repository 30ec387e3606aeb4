package io.millrace.api.events;

/** Why a line ends; whoever comes back with the last id misses nothing. */
enum Farewell {
    STOPPING("This instance stops; come back with the last id to go on."),
    TOO_SLOW("You did not keep up; come back with the last id to go on."),
    UNREADABLE("What comes next can't be read at the moment; come back with the last id to go on.");

    private final String detail;

    Farewell(final String detail) {
        this.detail = detail;
    }

    byte[] frame() {
        return Frames.end(name(), detail);
    }
}
