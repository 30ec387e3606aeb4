package io.millrace.infra.faults;

import io.millrace.api.http.Outcome;
import io.millrace.api.http.Outcomes;
import io.millrace.api.page.Resources;
import io.millrace.backbone.Business;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import io.millrace.schemas.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds what callers were told against the receipts: every answer is its receipt's, and always the same one. */
final class Answers {

    private final Business business;
    private final Outcomes outcomes;
    private final Findings findings;

    Answers(final Business business, final Findings findings) {
        this.business = business;
        this.outcomes = new Outcomes(business, new Resources(business));
        this.findings = findings;
    }

    void checkTold(final List<Told> all, final Oracle oracle) {
        for (final Told told : all) {
            if (told.answers().isEmpty()) {
                findings.add(Sort.LOST, "no answer to " + told.place());
                continue;
            }
            final Answer first = told.answers().getFirst();
            told.answers().stream()
                    .filter(it -> it.status() != first.status() || !it.body().equals(first.body()))
                    .forEach(_ -> findings.add(Sort.CHANGED, "two answers to " + told.place()));
            oracle.receipt(told.desk(), told.key())
                    .ifPresentOrElse(
                            receipt -> compare(told, first, receipt),
                            () -> findings.add(Sort.LOST, "answered, but no receipt for " + told.place()));
        }
    }

    /** What Kafka has confirmed to somebody else is decided, too. */
    void checkWritten(final List<Written> all, final Oracle oracle) {
        for (final Written written : all) {
            if (oracle.receipt(written.desk(), written.id()).isEmpty()) {
                findings.add(Sort.LOST, "written, but no receipt: " + written);
            }
        }
    }

    private void compare(final Told told, final Answer answer, final Receipt receipt) {
        final Outcome outcome = Forms.of(business, told.method(), told.path())
                .map(Forms.Taken::form)
                .map(form -> outcomes.of(receipt, form.verb(), form.path()))
                .orElseGet(() -> outcomes.of(receipt));
        final String body = new String(outcome.body(), StandardCharsets.UTF_8);
        if (answer.status() != outcome.status() || !answer.body().equals(body)) {
            findings.add(
                    Sort.MISTOLD,
                    told.place() + " was told " + answer.status() + " " + answer.body() + ", the receipt says "
                            + outcome.status() + " " + body);
        }
    }
}
