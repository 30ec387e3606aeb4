package io.millrace.api.readme;

import static io.millrace.api.readme.Markdown.code;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Form;
import io.millrace.backbone.Input;
import io.millrace.backbone.Listing;
import io.millrace.backbone.Personal;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Tally;
import io.millrace.backbone.View;
import io.millrace.backbone.topics.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** One business on a page: what can be asked of it, what happens, where things stand, what it says no to, what it shows. */
record BusinessPage(Business business, Markdown page) {

    static String of(final Business business) {
        final String name = Character.toUpperCase(business.name().charAt(0))
                + business.name().substring(1);
        return new BusinessPage(business, new Markdown(name)).written();
    }

    private String written() {
        page.line("A desk is one " + business.deskWord() + ": " + code(desk()) + ".");
        if (business.privacy() != null) {
            page.line("It is private: writes are confirmed with id and password, pages are for whom they concern.");
        }
        commands();
        topics();
        flow();
        events();
        states();
        refusals();
        pages();
        return page.toString();
    }

    private String desk() {
        return business.path() + "/{" + business.deskWord() + "}";
    }

    private void commands() {
        page.heading("What can be asked").head("request", "command", "fields");
        for (final Form form : business.forms()) {
            form.commands()
                    .forEach((chosen, command) -> page.row(
                            code(verb(form) + " " + path(form))
                                    + (form.chooses() ? " with " + code(form.choice() + ": " + chosen) : ""),
                            code(command.getSimpleName()),
                            form.byHand() ? "see [HTTP](../http.md)" : fields(form, command)));
        }
    }

    private static String verb(final Form form) {
        return switch (form.verb()) {
            case MAKE -> "POST";
            case CHANGE -> "PATCH";
            case SET -> "PUT";
            case REMOVE -> "DELETE";
        };
    }

    private String path(final Form form) {
        final String above = form.deskIn() == null ? desk() : "/" + business.name();
        return form.path().isEmpty() ? above : above + "/" + form.path();
    }

    private static String fields(final Form form, final Class<? extends SpecificRecord> command) {
        return Envelopes.schema(command).getFields().stream()
                .filter(field -> !form.path().contains("{" + field.name() + "}"))
                .map(BusinessPage::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(final Schema.Field field) {
        final String words = Checks.of(field)
                .map(Checks.Check::words)
                .map(it -> " (" + it.replace("text of the form ", "") + ")")
                .orElse("");
        return code(field.name() + (field.hasDefaultValue() ? "?" : "")) + words;
    }

    private void topics() {
        page.heading("Topics that take commands").head("topic", "who writes, beside the façade", "commands");
        for (final Input input : business.inputs()) {
            page.row(code(input.topic()), writer(input), names(Envelopes.payloads(input.envelope())));
        }
        page.row(code(business.topic("alarms")), "the desks themselves", names(Envelopes.payloads(business.alarms())));
    }

    private static String writer(final Input input) {
        return switch (input.writer()) {
            case Catalogue.FACADE -> "nobody";
            case Catalogue.BACKBONE -> "the business's own reactions";
            default -> input.writer();
        };
    }

    private static String names(final List<Schema> schemas) {
        return schemas.stream().map(it -> code(it.getName())).collect(Collectors.joining(", "));
    }

    private void flow() {
        page.heading("How records flow")
                .line("Drawn from its three topologies. What can't be handled goes from any of them to quarantine.")
                .line("")
                .line(Flow.of(business.name()));
    }

    private void events() {
        page.heading("What happens").head("event", "says");
        for (final Schema event : Envelopes.payloads(business.journal())) {
            page.row(
                    code(event.getName()),
                    event.getFields().stream().map(it -> code(it.name())).collect(Collectors.joining(", ")));
        }
    }

    private void states() {
        final String drawn = Paper.of("topology/src/test/resources/golden/" + business.name() + "-states.txt")
                .text();
        if (!drawn.isEmpty()) {
            page.heading("Where things stand")
                    .line(
                            "Drawn from the life that the tests lead it through. An arrow says which command it followed from;")
                    .line("`by itself` is what no caller asks for: an alarm that rings, or a reaction.")
                    .line("")
                    .line(drawn.strip());
        }
    }

    private void refusals() {
        page.heading("What it says no to").head("code", "status");
        Refusals.of(business).forEach((code, statuses) -> page.row(code(code), String.join(", ", statuses)));
        page.line("").line("Beside what every business answers: `MALFORMED` 400, `KEY_REUSED` 422, `BUSY` 503.");
    }

    private void pages() {
        page.heading("What it shows").head("page", "of", "filters");
        page.row(code(desk()), code(business.house().type().getSimpleName()), "");
        for (final Listing<?> listing : business.listings()) {
            final String filters = listing.filters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(it -> code(it.getKey()) + values(it.getValue()))
                    .collect(Collectors.joining("; "));
            page.row(
                    code(desk() + "/" + listing.path()),
                    code(listing.shelf().type().getSimpleName()),
                    filters);
        }
        for (final View view : business.views()) {
            page.row(code(desk() + "/" + view.path()), "made of the desk's rows", "");
        }
        for (final Tally<?> tally : business.tallies()) {
            page.row(code(desk() + "/" + tally.path()), "sums by " + tally.key() + " per window", code("per"));
        }
        for (final Personal personal : business.personals()) {
            page.row(
                    code("/" + business.name() + "/" + personal.path() + "/{" + personal.word() + "}"),
                    "one " + personal.word() + "'s, over all desks: "
                            + personal.tracks().stream()
                                    .map(Personal.Track::called)
                                    .collect(Collectors.joining(", ")),
                    "");
        }
        page.line("")
                .line("Inside it keeps the shelves "
                        + business.shelves().stream()
                                .map(Shelf::name)
                                .map(Markdown::code)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static String values(final Listing.Filter<?> filter) {
        return filter.values().isEmpty() ? "" : ": " + String.join(", ", filter.values());
    }
}
