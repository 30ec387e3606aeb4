package io.millrace.infra.config;

/** What the launcher looks at before there is a process. */
enum Launch {
    MILLRACE_HEAP("640m", "The largest heap.", "RocksDB and the page cache take the rest of the memory there is."),
    MILLRACE_JAVA_OPTS("", "More options for the virtual machine.", "For profilers, and for what one machine needs."),
    MILLRACE_REHEARSE(
            "yes",
            "Whether the first start rehearses for later ones, in the background.",
            "Later starts take half the time; where nothing is started twice, no saves the work."),
    MILLRACE_MAVEN_URL("Maven's archive", "Where `./mvnw` fetches Maven.", "For who builds behind a mirror.");

    private final String usual;
    private final String does;
    private final String why;

    Launch(final String usual, final String does, final String why) {
        this.usual = usual;
        this.does = does;
        this.why = why;
    }

    String usual() {
        return usual;
    }

    String does() {
        return does;
    }

    String why() {
        return why;
    }

    static boolean knows(final String variable) {
        for (final Launch one : values()) {
            if (one.name().equals(variable)) {
                return true;
            }
        }
        return false;
    }
}
