/** Who may do what on a Kafka that asks: derived from the catalogue of topics. */
@NullMarked
package io.millrace.infra.acl;

import org.jspecify.annotations.NullMarked;
