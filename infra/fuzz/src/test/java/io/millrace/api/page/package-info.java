/** Where lists go on, as anybody may write it. */
@NullMarked
package io.millrace.api.page;

import org.jspecify.annotations.NullMarked;
