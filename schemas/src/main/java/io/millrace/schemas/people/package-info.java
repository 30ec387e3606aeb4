/** Who everyone is: registration, roles, sessions. */
@NullMarked
package io.millrace.schemas.people;

import org.jspecify.annotations.NullMarked;
