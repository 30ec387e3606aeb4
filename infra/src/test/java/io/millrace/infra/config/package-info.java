@NullMarked
package io.millrace.infra.config;

import org.jspecify.annotations.NullMarked;
