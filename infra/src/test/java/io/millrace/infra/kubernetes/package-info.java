@NullMarked
package io.millrace.infra.kubernetes;

import org.jspecify.annotations.NullMarked;
