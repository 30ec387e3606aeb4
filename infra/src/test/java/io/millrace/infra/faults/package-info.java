@NullMarked
package io.millrace.infra.faults;

import org.jspecify.annotations.NullMarked;
