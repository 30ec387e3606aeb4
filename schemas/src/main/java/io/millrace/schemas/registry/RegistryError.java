package io.millrace.schemas.registry;

import java.util.List;

/** What a caller is told when it can't be done, with the codes that registry clients know. */
final class RegistryError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryError(final int status, final int code, final String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryError malformed(final String message) {
        return new RegistryError(400, 400, message);
    }

    static RegistryError noSubject(final String subject) {
        return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError noVersion(final String version) {
        return new RegistryError(404, 40402, "Version " + version + " not found.");
    }

    static RegistryError noSchema() {
        return new RegistryError(404, 40403, "Schema not found");
    }

    static RegistryError noSchema(final int id) {
        return new RegistryError(404, 40403, "Schema " + id + " not found");
    }

    static RegistryError subjectSoftDeleted(final String subject) {
        return new RegistryError(
                404, 40404, "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError subjectNotSoftDeleted(final String subject) {
        return new RegistryError(
                404, 40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryError versionSoftDeleted(final SchemaVersion version) {
        return new RegistryError(
                404, 40406, version.label() + " was soft deleted. Set permanent=true to delete permanently");
    }

    static RegistryError versionNotSoftDeleted(final SchemaVersion version) {
        return new RegistryError(
                404, 40407, version.label() + " was not deleted first before being permanently deleted");
    }

    static RegistryError noLevel(final String subject) {
        return new RegistryError(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryError noMode(final String subject) {
        return new RegistryError(404, 40409, "Subject '" + subject + "' does not have subject-level mode configured");
    }

    static RegistryError incompatible(final CompatibilityLevel level, final List<String> reasons) {
        return new RegistryError(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema, at level " + level + ": "
                        + String.join("; ", reasons));
    }

    static RegistryError invalidSchema(final String why) {
        return new RegistryError(422, 42201, "Invalid schema: " + why);
    }

    static RegistryError invalidVersion(final String version) {
        return new RegistryError(
                422,
                42202,
                "The specified version '" + version + "' is not a valid version id. Allowed values are between"
                        + " [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryError invalidLevel(final String level) {
        return new RegistryError(
                422,
                42203,
                "Invalid compatibility level '" + level + "'. Valid values are "
                        + List.of(CompatibilityLevel.values()));
    }

    static RegistryError invalidMode(final String mode) {
        return new RegistryError(
                422, 42204, "Invalid mode '" + mode + "'. Valid values here are " + List.of(Mode.values()));
    }

    static RegistryError readOnly(final String subject) {
        return new RegistryError(422, 42205, "Subject " + subject + " is in read-only mode");
    }

    static RegistryError storeFailed(final String message) {
        return new RegistryError(500, 50001, message);
    }

    static RegistryError storeTimedOut(final String message) {
        return new RegistryError(500, 50002, message);
    }

    static RegistryError notTheWriter() {
        return new RegistryError(
                503,
                50003,
                "Another registry on the same _schemas topic took over writing. This one still answers questions:"
                        + " send writes to the other one, or stop it and restart this one");
    }
}
