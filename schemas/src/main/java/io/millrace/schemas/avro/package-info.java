/** What the Avro compiler needs so that its classes fit our house. */
@NullMarked
package io.millrace.schemas.avro;

import org.jspecify.annotations.NullMarked;
