/** The whole thing, started as users start it: a process of its own, a real broker, real HTTP, real kills. */
@NullMarked
package io.millrace.infra.whole;

import org.jspecify.annotations.NullMarked;
