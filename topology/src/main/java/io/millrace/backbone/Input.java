package io.millrace.backbone;

import io.millrace.schemas.Envelope;

/** A topic that takes commands, and the envelope they come in. Its writers are who may produce to it. */
public record Input(String topic, Class<? extends Envelope> envelope, String writer) {}
