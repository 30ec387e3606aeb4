/** Following topics, tried out. */
@NullMarked
package io.millrace.api.topic;

import org.jspecify.annotations.NullMarked;
