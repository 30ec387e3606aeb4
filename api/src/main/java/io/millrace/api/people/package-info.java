/** Who everyone is: registration, passwords, sessions, roles, and the door that asks for them. */
@NullMarked
package io.millrace.api.people;

import org.jspecify.annotations.NullMarked;
