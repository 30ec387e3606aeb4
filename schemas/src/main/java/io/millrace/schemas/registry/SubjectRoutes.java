package io.millrace.schemas.registry;

import static io.millrace.schemas.registry.Answers.flag;
import static io.millrace.schemas.registry.Answers.json;
import static io.millrace.schemas.registry.Answers.subject;
import static io.millrace.schemas.registry.Answers.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;

/** {@code /subjects}: what is registered under which name, and registering it. */
final class SubjectRoutes {
    private final Questions questions;
    private final Changes changes;

    SubjectRoutes(final Questions questions, final Changes changes) {
        this.questions = questions;
        this.changes = changes;
    }

    void addTo(final RoutesConfig routes) {
        routes.get("/subjects", this::subjects);
        routes.post("/subjects/{subject}", this::lookup);
        routes.delete("/subjects/{subject}", this::deleteSubject);
        routes.get("/subjects/{subject}/versions", this::versions);
        routes.post("/subjects/{subject}/versions", this::register);
        routes.get(
                "/subjects/{subject}/versions/{version}",
                ctx -> json(ctx, version(ctx).json()));
        routes.delete("/subjects/{subject}/versions/{version}", this::deleteVersion);
        routes.get(
                "/subjects/{subject}/versions/{version}/schema",
                ctx -> text(ctx, version(ctx).schema()));
        routes.get("/subjects/{subject}/versions/{version}/referencedby", this::referencedBy);
    }

    private void subjects(final Context ctx) {
        final String prefix = Objects.requireNonNullElse(ctx.queryParam("subjectPrefix"), "");
        json(ctx, questions.subjects(prefix, flag(ctx, "deleted")));
    }

    private void lookup(final Context ctx) {
        final Schema schema = AvroText.posted(Json.body(ctx.body()));
        json(ctx, questions.lookup(subject(ctx), schema, flag(ctx, "deleted")).json());
    }

    private void register(final Context ctx) {
        final JsonNode body = Json.body(ctx.body());
        final int id = changes.register(subject(ctx), AvroText.posted(body));
        json(ctx, Json.object().put("id", id));
    }

    private void versions(final Context ctx) {
        json(
                ctx,
                questions.versions(subject(ctx), flag(ctx, "deleted")).stream()
                        .map(SchemaVersion::version)
                        .toList());
    }

    private SchemaVersion version(final Context ctx) {
        return questions.version(subject(ctx), ctx.pathParam("version"), flag(ctx, "deleted"));
    }

    /** Nothing here references anything; tools ask all the same. */
    private void referencedBy(final Context ctx) {
        version(ctx);
        json(ctx, List.of());
    }

    private void deleteSubject(final Context ctx) {
        json(ctx, changes.deleteSubject(subject(ctx), flag(ctx, "permanent")));
    }

    private void deleteVersion(final Context ctx) {
        json(ctx, changes.deleteVersion(subject(ctx), ctx.pathParam("version"), flag(ctx, "permanent")));
    }
}
