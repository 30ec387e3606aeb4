/** A real Kafka, one node, in our own JVM: what a laptop, a test and a single machine run on. */
@NullMarked
package io.millrace.infra.broker;

import org.jspecify.annotations.NullMarked;
