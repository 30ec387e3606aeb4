/** What is shipped, looked at once it is packaged. */
@NullMarked
package io.millrace.infra.shipped;

import org.jspecify.annotations.NullMarked;
