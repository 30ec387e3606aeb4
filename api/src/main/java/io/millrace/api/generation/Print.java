package io.millrace.api.generation;

/** A row, as far as it takes to see whether another one is the same. {@code hash} is made of everything in it. */
public record Print(String key, String desk, long seq, String hash) {}
