@NullMarked
package io.millrace.infra.broker;

import org.jspecify.annotations.NullMarked;
