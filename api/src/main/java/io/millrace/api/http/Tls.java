package io.millrace.api.http;

import java.nio.file.Path;

/** Where the certificate and its chain lie, and the key to it: PEM files, read again when they change. */
public record Tls(Path certificates, Path key) {}
