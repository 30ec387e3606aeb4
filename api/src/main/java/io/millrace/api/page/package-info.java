/** Reading pages where they lie. */
@NullMarked
package io.millrace.api.page;

import org.jspecify.annotations.NullMarked;
