package io.millrace.infra.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** An error, at length and in short. */
final class Stack {

    private Stack() {}

    static String of(final Throwable failure) {
        final StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    static String inOneLine(final Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getMessage() == null && innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        final String message = innermost.getMessage();
        return message == null
                ? innermost.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
