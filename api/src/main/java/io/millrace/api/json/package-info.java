/** From JSON to commands, and from records to JSON. */
@NullMarked
package io.millrace.api.json;

import org.jspecify.annotations.NullMarked;
