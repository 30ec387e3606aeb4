/** What listeners resume by, as anybody may write it. */
@NullMarked
package io.millrace.api.events;

import org.jspecify.annotations.NullMarked;
