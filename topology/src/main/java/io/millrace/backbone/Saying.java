package io.millrace.backbone;

/** What is said to a person about something at a desk: becomes a notice. */
public record Saying(String person, String about, String message) {}
