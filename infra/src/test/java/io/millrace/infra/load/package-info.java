/** That what is measured is told as it was. */
@NullMarked
package io.millrace.infra.load;

import org.jspecify.annotations.NullMarked;
