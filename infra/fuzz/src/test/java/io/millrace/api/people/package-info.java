/** What looks like a session, as anybody may send it. */
@NullMarked
package io.millrace.api.people;

import org.jspecify.annotations.NullMarked;
