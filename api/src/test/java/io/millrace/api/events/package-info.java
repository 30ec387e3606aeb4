/** The live stream, through real HTTP. */
@NullMarked
package io.millrace.api.events;

import org.jspecify.annotations.NullMarked;
