package io.millrace.infra.cli;

import java.io.PrintStream;

/** The one place that writes to the terminal. What a program may want goes to its output, all else beside it. */
final class Terminal {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Terminal() {}

    static void say(final String text) {
        OUT.println(text);
        OUT.flush();
    }

    static void aside(final String text) {
        ERR.println(text);
        ERR.flush();
    }
}
