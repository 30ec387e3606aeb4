package io.millrace.api.http;

import io.millrace.api.json.Json;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Token;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.RefusalKind;
import io.millrace.schemas.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns a business's receipts into outcomes: by the form that its command came in with. */
public final class Outcomes {

    private final Business business;
    private final Resources resources;
    private final Map<String, Form> byCommand = new HashMap<>();

    public Outcomes(final Business business, final Resources resources) {
        this.business = business;
        this.resources = resources;
        for (final Form form : business.forms()) {
            form.commands().values().forEach(command -> byCommand.putIfAbsent(command.getSimpleName(), form));
        }
    }

    /** As the command's own form would answer. */
    public Outcome of(final Receipt receipt) {
        final Form form = byCommand.get(receipt.getCommand());
        return of(receipt, form == null ? Form.Verb.CHANGE : form.verb(), form == null ? "" : form.path());
    }

    public Outcome of(final Receipt receipt, final Form.Verb verb, final String path) {
        final Token token = new Token(business.name(), receipt.getDesk(), receipt.getSeq());
        final Refused refused = receipt.getRefused();
        if (refused != null) {
            final HttpProblem problem = new HttpProblem(
                    status(refused.getKind()), refused.getCode(), refused.getDetail(), refused.getHints(), List.of());
            return new Outcome(problem.status(), HttpProblem.TYPE, problem.body(), null, token);
        }
        final SpecificRecord thing = (SpecificRecord) receipt.getResource();
        return switch (verb) {
            case MAKE -> new Outcome(201, Outcome.JSON, body(receipt, token, path), location(receipt, thing), token);
            case CHANGE, SET -> new Outcome(200, Outcome.JSON, body(receipt, token, path), null, token);
            case REMOVE -> new Outcome(204, Outcome.JSON, new byte[0], null, token);
        };
    }

    private byte[] body(final Receipt receipt, final Token token, final String path) {
        final SpecificRecord thing = (SpecificRecord) receipt.getResource();
        final Object view = thing == null ? Map.of() : shown(thing, path);
        return Json.bytes(json -> resources.write(json, receipt.getDesk(), view, token, receipt.getAt()));
    }

    /** As the list at the form's own address shows it: who changes a payment is answered with the payment. */
    private Object shown(final SpecificRecord thing, final String path) {
        for (final Listing<?> listing : business.listings()) {
            if (listing.shelf().type() == thing.getClass() && (path + "/").startsWith(listing.path() + "/")) {
                final Object view = Resources.view(listing, thing);
                return view == null ? thing : view;
            }
        }
        return thing;
    }

    private @Nullable String location(final Receipt receipt, final @Nullable SpecificRecord thing) {
        return thing == null
                ? null
                : resources
                        .listingOf(thing)
                        .map(listing -> resources.address(receipt.getDesk(), listing, thing))
                        .orElseGet(() -> resources.desk(receipt.getDesk()));
    }

    private static int status(final RefusalKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE -> 422;
        };
    }
}
