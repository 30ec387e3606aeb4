/** How a process is configured: by a file, by the environment, by flags; the later of these has the last word. */
@NullMarked
package io.millrace.infra.config;

import org.jspecify.annotations.NullMarked;
