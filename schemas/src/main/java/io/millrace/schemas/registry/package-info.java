/**
 * A schema registry to run inside a node: Confluent's REST API, its state in a compacted topic of Confluent's shape, so
 * that tools which know the one know the other.
 */
@NullMarked
package io.millrace.schemas.registry;

import org.jspecify.annotations.NullMarked;
