@NullMarked
package io.millrace.infra.observe;

import org.jspecify.annotations.NullMarked;
