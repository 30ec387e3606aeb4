/** What a business is made of: its declaration, and the pure words its rules are written in. */
@NullMarked
package io.millrace.backbone;

import org.jspecify.annotations.NullMarked;
