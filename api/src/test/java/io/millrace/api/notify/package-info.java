/** Notices on their way, over a real broker to real servers. */
@NullMarked
package io.millrace.api.notify;

import org.jspecify.annotations.NullMarked;
