package io.millrace.backbone;

import io.millrace.schemas.Row;

/** What a page's row holds, and the row itself, which knows why. */
public record Held<T>(T value, Row row) {}
