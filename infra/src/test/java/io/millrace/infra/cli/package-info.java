@NullMarked
package io.millrace.infra.cli;

import org.jspecify.annotations.NullMarked;
