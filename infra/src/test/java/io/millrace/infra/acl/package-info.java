/** A Kafka that asks who is there, and what each of ours may do on it. */
@NullMarked
package io.millrace.infra.acl;

import org.jspecify.annotations.NullMarked;
