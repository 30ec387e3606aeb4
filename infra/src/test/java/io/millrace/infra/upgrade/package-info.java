@NullMarked
package io.millrace.infra.upgrade;

import org.jspecify.annotations.NullMarked;
