/** Following topics beside everything else. */
@NullMarked
package io.millrace.api.topic;

import org.jspecify.annotations.NullMarked;
