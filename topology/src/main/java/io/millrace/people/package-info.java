/** Who everyone is, and what they may do where. Begin with {@link io.millrace.people.People}. */
@NullMarked
package io.millrace.people;

import org.jspecify.annotations.NullMarked;
