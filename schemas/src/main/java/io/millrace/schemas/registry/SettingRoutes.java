package io.millrace.schemas.registry;

import static io.millrace.schemas.registry.Answers.json;
import static io.millrace.schemas.registry.Answers.subject;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /config} and {@code /mode}: how strict the registry is, everywhere or for one subject. */
final class SettingRoutes {
    private final RegistryState state;
    private final Changes changes;

    SettingRoutes(final RegistryState state, final Changes changes) {
        this.state = state;
        this.changes = changes;
    }

    void addTo(final RoutesConfig routes) {
        routes.get("/config", ctx -> level(ctx, state.level()));
        routes.put("/config", this::setLevel);
        routes.delete("/config", this::resetLevel);
        routes.get("/config/{subject}", ctx -> level(ctx, levelOf(ctx)));
        routes.put("/config/{subject}", this::setSubjectLevel);
        routes.delete("/config/{subject}", this::resetSubjectLevel);
        routes.get("/mode", ctx -> mode(ctx, state.mode()));
        routes.put("/mode", this::setMode);
        routes.get("/mode/{subject}", ctx -> mode(ctx, modeOf(ctx)));
        routes.put("/mode/{subject}", this::setSubjectMode);
    }

    private CompatibilityLevel levelOf(final Context ctx) {
        return state.level(subject(ctx)).orElseGet(() -> {
            if (Answers.flag(ctx, "defaultToGlobal")) {
                return state.level();
            }
            throw RegistryError.noLevel(subject(ctx));
        });
    }

    private Mode modeOf(final Context ctx) {
        return state.mode(subject(ctx)).orElseGet(() -> {
            if (Answers.flag(ctx, "defaultToGlobal")) {
                return state.mode();
            }
            throw RegistryError.noMode(subject(ctx));
        });
    }

    private void setLevel(final Context ctx) {
        final CompatibilityLevel level = postedLevel(ctx);
        changes.setLevel(null, level);
        json(ctx, Json.object().put("compatibility", level.name()));
    }

    private void setSubjectLevel(final Context ctx) {
        final CompatibilityLevel level = postedLevel(ctx);
        changes.setLevel(subject(ctx), level);
        json(ctx, Json.object().put("compatibility", level.name()));
    }

    private void resetLevel(final Context ctx) {
        final CompatibilityLevel before = state.level();
        changes.setLevel(null, null);
        level(ctx, before);
    }

    private void resetSubjectLevel(final Context ctx) {
        final CompatibilityLevel before =
                state.level(subject(ctx)).orElseThrow(() -> RegistryError.noLevel(subject(ctx)));
        changes.setLevel(subject(ctx), null);
        level(ctx, before);
    }

    private void setMode(final Context ctx) {
        final Mode mode = postedMode(ctx);
        changes.setMode(null, mode);
        mode(ctx, mode);
    }

    private void setSubjectMode(final Context ctx) {
        final Mode mode = postedMode(ctx);
        changes.setMode(subject(ctx), mode);
        mode(ctx, mode);
    }

    private static CompatibilityLevel postedLevel(final Context ctx) {
        return CompatibilityLevel.of(Json.body(ctx.body()).path("compatibility").asString(""));
    }

    private static Mode postedMode(final Context ctx) {
        return Mode.of(Json.body(ctx.body()).path("mode").asString(""));
    }

    private static void level(final Context ctx, final CompatibilityLevel level) {
        json(ctx, Json.object().put("compatibilityLevel", level.name()));
    }

    private static void mode(final Context ctx, final Mode mode) {
        json(ctx, Json.object().put("mode", mode.name()));
    }
}
