/** How both sides run on Kafka Streams: settings, codecs, commits. */
@NullMarked
package io.millrace.backbone.stream;

import org.jspecify.annotations.NullMarked;
