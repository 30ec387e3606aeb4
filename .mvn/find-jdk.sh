# Finds a JDK 25 or newer: JAVA_HOME first, then the folders where JDKs usually live. Sourced by mvnw and millrace.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && v=$("$1/bin/javac" -version 2>&1 | sed 's/[^0-9]*\([0-9]*\).*/\1/') && [ "${v:-0}" -ge 25 ]
}
find_jdk_25() {
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then echo "$candidate"; return 0; fi
  done
  return 1
}
