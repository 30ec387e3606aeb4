/** The live stream: what happens at a desk or to a person, as it is committed, resumable anywhere. */
@NullMarked
package io.millrace.api.events;

import org.jspecify.annotations.NullMarked;
