/** The command line: one class per command, and one that talks to the terminal. */
@NullMarked
package io.millrace.infra.cli;

import org.jspecify.annotations.NullMarked;
