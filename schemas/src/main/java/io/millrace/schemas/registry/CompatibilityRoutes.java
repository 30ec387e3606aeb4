package io.millrace.schemas.registry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.apache.avro.Schema;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /compatibility}: would this schema be taken, and if not, why. Changes nothing. */
final class CompatibilityRoutes {
    private final Questions questions;

    CompatibilityRoutes(final Questions questions) {
        this.questions = questions;
    }

    void addTo(final RoutesConfig routes) {
        routes.post("/compatibility/subjects/{subject}/versions", this::againstAll);
        routes.post("/compatibility/subjects/{subject}/versions/{version}", this::againstOne);
    }

    private void againstAll(final Context ctx) {
        answer(ctx, questions.objections(Answers.subject(ctx), posted(ctx)));
    }

    private void againstOne(final Context ctx) {
        final String subject = Answers.subject(ctx);
        final SchemaVersion version = questions.version(subject, ctx.pathParam("version"), false);
        answer(ctx, questions.level(subject).objections(posted(ctx), List.of(version)));
    }

    private static Schema posted(final Context ctx) {
        return AvroText.posted(Json.body(ctx.body()));
    }

    private static void answer(final Context ctx, final List<String> objections) {
        final ObjectNode answer = Json.object().put("is_compatible", objections.isEmpty());
        if (Answers.flag(ctx, "verbose")) {
            final ArrayNode messages = answer.putArray("messages");
            objections.forEach(messages::add);
        }
        Answers.json(ctx, answer);
    }
}
