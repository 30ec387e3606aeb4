package io.millrace.infra.faults;

/** A command that somebody wrote to its topic, past the façade, and that Kafka confirmed. */
record Written(String business, String desk, String id) {}
