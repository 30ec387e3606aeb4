package io.millrace.testkit;

import io.millrace.backbone.Business;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Input;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.schemas.JournalEntry;
import io.millrace.schemas.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The states that things go through in a life, drawn as Mermaid does: what was not lived is not drawn. */
final class States {

    private static final String STATUS = "status";
    private static final String HISTORY = "history";

    private final Map<String, TreeSet<String>> arrows = new TreeMap<>();
    private final Set<String> unasked;

    private States(final Business business) {
        unasked = Stream.concat(
                        business.inputs().stream()
                                .filter(input -> input.writer().equals(Catalogue.BACKBONE))
                                .map(Input::envelope),
                        Stream.of(business.alarms()))
                .flatMap(envelope -> Envelopes.payloads(envelope).stream())
                .map(Schema::getName)
                .collect(Collectors.toSet());
    }

    /** Of the journal, event by event: what follows from an alarm or a reaction isn't what somebody asked for. */
    static String of(final Business business, final List<Laws.Sent> life) {
        final States states = new States(business);
        final MemoryBooks books = new MemoryBooks();
        try (BusinessDriver driver = new BusinessDriver(business)) {
            life.forEach(driver::send);
            for (final JournalEntry entry : driver.journal()) {
                final Map<String, SpecificRecord> before = Map.copyOf(books.rows());
                books.fold(business, entry);
                books.rows().forEach((key, row) -> states.see(before.get(key), row, entry.getCommand()));
            }
        }
        return states.drawn();
    }

    private void see(final @Nullable SpecificRecord before, final SpecificRecord row, final String command) {
        final List<String> steps = steps(row);
        final List<String> known = before == null ? List.of() : steps(before);
        final List<String> all = new ArrayList<>(steps);
        if (row.getSchema().getField(HISTORY) == null) {
            all.addAll(0, known);
        }
        String from = known.isEmpty() ? "[*]" : known.getLast();
        for (final String to : all.subList(known.size(), all.size())) {
            if (!to.equals(from)) {
                arrows.computeIfAbsent(row.getSchema().getName(), _ -> new TreeSet<>())
                        .add("  " + from + " --> " + to + " : " + command
                                + (unasked.contains(command) ? ", by itself" : ""));
            }
            from = to;
        }
    }

    private static List<String> steps(final SpecificRecord row) {
        final Schema.Field history = row.getSchema().getField(HISTORY);
        if (history != null && row.get(history.pos()) instanceof List<?> steps) {
            return steps.stream().map(step -> ((Step) step).getStatus()).toList();
        }
        final Schema.Field status = row.getSchema().getField(STATUS);
        return status == null ? List.of() : List.of(String.valueOf(row.get(status.pos())));
    }

    private String drawn() {
        final StringBuilder text = new StringBuilder();
        arrows.forEach((what, lines) -> {
            text.append("### ").append(what).append("\n\n```mermaid\nstateDiagram-v2\n");
            lines.forEach(line -> text.append(line).append('\n'));
            text.append("```\n\n");
        });
        return text.toString();
    }
}
