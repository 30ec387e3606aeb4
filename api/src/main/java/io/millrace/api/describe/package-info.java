/** What the façade says about itself: OpenAPI, documents, topologies. */
@NullMarked
package io.millrace.api.describe;

import org.jspecify.annotations.NullMarked;
