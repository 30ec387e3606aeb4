package io.millrace.schemas.registry;

import tools.jackson.databind.node.ObjectNode;

/** One version of one subject. Soft-deleted, it is hidden, but its id can still be read. */
record SchemaVersion(String subject, int version, int id, String schema, boolean deleted) {

    SchemaVersion softDeleted() {
        return new SchemaVersion(subject, version, id, schema, true);
    }

    String label() {
        return "Subject '" + subject + "' Version " + version;
    }

    ObjectNode json() {
        return Json.object()
                .put("subject", subject)
                .put("version", version)
                .put("id", id)
                .put("schema", schema);
    }
}
