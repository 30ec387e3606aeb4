/** What the façade says about itself. */
@NullMarked
package io.millrace.api.describe;

import org.jspecify.annotations.NullMarked;
