/** Notices on their way to people: beside everything else, so that nothing ever waits for it. */
@NullMarked
package io.millrace.api.notify;

import org.jspecify.annotations.NullMarked;
