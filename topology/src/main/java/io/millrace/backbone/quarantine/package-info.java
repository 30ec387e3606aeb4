/** Keeps what could not be handled, shows it, and does what a person decides about it. */
@NullMarked
package io.millrace.backbone.quarantine;

import org.jspecify.annotations.NullMarked;
