package io.millrace.schemas.registry;

import static io.millrace.schemas.registry.Answers.flag;
import static io.millrace.schemas.registry.Answers.json;
import static io.millrace.schemas.registry.Answers.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;

/** {@code /schemas}: what an id means, and where it stands. */
final class SchemaRoutes {
    private final Questions questions;

    SchemaRoutes(final Questions questions) {
        this.questions = questions;
    }

    void addTo(final RoutesConfig routes) {
        routes.get("/schemas", this::schemas);
        routes.get("/schemas/types", ctx -> json(ctx, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", ctx -> json(ctx, Json.object().put("schema", schema(ctx))));
        routes.get("/schemas/ids/{id}/schema", ctx -> text(ctx, schema(ctx)));
        routes.get("/schemas/ids/{id}/subjects", this::subjects);
        routes.get("/schemas/ids/{id}/versions", this::versions);
    }

    private void schemas(final Context ctx) {
        final String prefix = Objects.requireNonNullElse(ctx.queryParam("subjectPrefix"), "");
        json(
                ctx,
                questions.schemas(prefix, flag(ctx, "deleted")).stream()
                        .map(SchemaVersion::json)
                        .toList());
    }

    private String schema(final Context ctx) {
        return questions.withId(id(ctx)).getFirst().schema();
    }

    private void subjects(final Context ctx) {
        json(ctx, places(ctx).stream().map(SchemaVersion::subject).distinct().toList());
    }

    private void versions(final Context ctx) {
        json(
                ctx,
                places(ctx).stream()
                        .map(it -> Json.object().put("subject", it.subject()).put("version", it.version()))
                        .toList());
    }

    private List<SchemaVersion> places(final Context ctx) {
        final boolean deleted = flag(ctx, "deleted");
        return questions.withId(id(ctx)).stream()
                .filter(it -> deleted || !it.deleted())
                .toList();
    }

    private static int id(final Context ctx) {
        try {
            return Integer.parseInt(ctx.pathParam("id"));
        } catch (NumberFormatException e) {
            throw RegistryError.malformed("'" + ctx.pathParam("id") + "' is not a schema id: it must be a number");
        }
    }
}
