@NullMarked
package io.millrace.infra.cluster;

import org.jspecify.annotations.NullMarked;
