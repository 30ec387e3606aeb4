package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.api.command.Acts;
import io.millrace.api.json.Json;
import io.millrace.api.json.Problems;
import io.millrace.api.json.Sent;
import io.millrace.api.page.Patience;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.schemas.KeptState;
import io.millrace.schemas.RepairAct;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trying a record in quarantine again, or leaving it out: written down first, then done, once per key. */
final class Decided {

    private static final String BY = "by";

    private final Quarantined quarantined;
    private final KeptParts parts;
    private final Acts acts;
    private final Door door;
    private final Patience patience;

    Decided(
            final Quarantined quarantined,
            final KeptParts parts,
            final Acts acts,
            final Door door,
            final Patience patience) {
        this.quarantined = quarantined;
        this.parts = parts;
        this.acts = acts;
        this.door = door;
        this.patience = patience;
    }

    void retry(final Context ctx) {
        decide(ctx, RepairAct.RETRY, 200);
    }

    void discard(final Context ctx) {
        decide(ctx, RepairAct.DISCARD, 200);
    }

    void remove(final Context ctx) {
        decide(ctx, RepairAct.DISCARD, 204);
    }

    private void decide(final Context ctx, final RepairAct act, final int status) {
        Requests.query(ctx, Set.of());
        final String key = Requests.key(ctx);
        final String id = ctx.pathParam("id");
        final Business business = quarantined.business(id);
        final String actor = door.keeper(ctx, business);
        final String said = by(ctx);
        final Map.Entry<Integer, Map<String, @Nullable Object>> kept = quarantined.at(ctx, business);
        Map<String, @Nullable Object> done = done(ctx, business, key);
        if (done.isEmpty()) {
            if (act == RepairAct.RETRY && Boolean.FALSE.equals(kept.getValue().get("retriable"))) {
                throw new RefusedException(
                        422, "NOT_RETRIABLE", "There is nothing to try again with it: it can only be discarded.");
            }
            acts.write(business, new Acts.Decision(id, kept.getKey(), act, key, actor == null ? said : actor));
            patience.until(
                    Requests.deadline(ctx), () -> !done(ctx, business, key).isEmpty());
            done = done(ctx, business, key);
            if (done.isEmpty()) {
                Replies.nothing(ctx, 202);
                ctx.header("Location", "/quarantine/" + id);
                return;
            }
        }
        tell(ctx, done, id, act, status);
    }

    private Map<String, @Nullable Object> done(final Context ctx, final Business business, final String key) {
        return parts.ask(business, KeptParts.byKey(key), Requests.deadline(ctx)).stream()
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private static void tell(
            final Context ctx,
            final Map<String, @Nullable Object> done,
            final String id,
            final RepairAct act,
            final int status) {
        if (!id.equals(done.get("id")) || !act.name().equals(done.get("act"))) {
            throw new RefusedException(
                    422, "KEY_REUSED", "The key was used before for another request; use a new one.");
        }
        if (!Boolean.TRUE.equals(done.get("accepted"))) {
            final String state = String.valueOf(done.get("state"));
            throw new RefusedException(new HttpProblem(
                    409,
                    "WRONG_STATE",
                    id + " is " + state + "; only what is " + KeptState.WAITING + " can be decided.",
                    Map.of("state", state),
                    List.of()));
        }
        if (status == 204) {
            Replies.nothing(ctx, 204);
        } else {
            Replies.send(ctx, status, Outcome.JSON, Json.of(done));
        }
    }

    /** Where nobody signs in, whoever decides may say who they are. */
    private static @Nullable String by(final Context ctx) {
        if (ctx.req().getContentLengthLong() <= 0) {
            return null;
        }
        final Problems problems = new Problems();
        final Map<String, @Nullable Object> sent = Sent.object(Requests.body(ctx), problems);
        sent.keySet().stream().filter(it -> !it.equals(BY)).forEach(it -> problems.add(it, "is unknown"));
        String by = null;
        if (sent.get(BY) instanceof String name) {
            by = Requests.checked(name, BY, Checks.named("person"), problems);
        } else if (sent.get(BY) != null) {
            problems.add(BY, "must be text");
        }
        problems.orThrow();
        return by;
    }
}
