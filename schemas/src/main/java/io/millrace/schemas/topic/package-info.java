/** What everybody who makes topics has to know. */
@NullMarked
package io.millrace.schemas.topic;

import org.jspecify.annotations.NullMarked;
