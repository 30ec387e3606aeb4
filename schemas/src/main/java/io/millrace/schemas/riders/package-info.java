/** What is said in a zone of riders: the commands it takes and the events it tells. */
@NullMarked
package io.millrace.schemas.riders;

import org.jspecify.annotations.NullMarked;
