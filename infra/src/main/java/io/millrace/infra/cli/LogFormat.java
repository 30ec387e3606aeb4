package io.millrace.infra.cli;

import io.millrace.infra.config.Sources;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;

/** How the log is written. It is chosen before anything writes to it. */
enum LogFormat {
    TEXT("logback.xml"),
    JSON("logback-json.xml");

    static final String KEY = "log";
    private static final String FILE = "logback.configurationFile";

    private final String file;

    /** As people write them. */
    static final class Words implements ITypeConverter<LogFormat> {
        @Override
        public LogFormat convert(final String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    LogFormat(final String file) {
        this.file = file;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whoever names a file of their own for Logback knows better. */
    static void choose(final Sources sources, final String[] arguments) {
        if (System.getProperty(FILE) == null) {
            sources.early(KEY, arguments)
                    .filter(JSON.name()::equalsIgnoreCase)
                    .ifPresent(_ -> System.setProperty(FILE, JSON.file));
        }
    }
}
