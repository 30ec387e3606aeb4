package io.millrace.schemas.compat;

/** Something a change of schemas must not do: which schema, against which release, and why. */
record Breach(String schema, String release, String why) {

    @Override
    public String toString() {
        return schema + ", against release " + release + ": " + why;
    }
}
