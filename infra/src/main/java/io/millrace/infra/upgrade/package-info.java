/** What a new version does to state that is deployed. */
@NullMarked
package io.millrace.infra.upgrade;

import org.jspecify.annotations.NullMarked;
