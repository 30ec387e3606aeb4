/** How we reach a schema registry: a small client of the Confluent REST API, and one in memory for tests. */
@NullMarked
package io.millrace.schemas.client;

import org.jspecify.annotations.NullMarked;
