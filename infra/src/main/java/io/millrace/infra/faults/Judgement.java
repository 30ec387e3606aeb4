package io.millrace.infra.faults;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import io.millrace.backbone.desk.MemoryBooks;
import io.millrace.infra.cluster.TrialCluster;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** When it is over: everything that is in the topics, was told and is shown, held against the pure rules. */
final class Judgement {

    private static final Duration CALL = Duration.ofSeconds(30);

    private final TrialCluster cluster;
    private final Stage stage;
    private final Findings findings;
    private long commands;
    private long events;
    private long rows;
    private long poison;

    Judgement(final TrialCluster cluster, final Stage stage) {
        this.cluster = cluster;
        this.stage = stage;
        this.findings = stage.findings();
    }

    void pass(final Consumer<String> progress) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrap()))) {
            new Settled(findings).await(admin);
        }
        progress.accept("judging");
        final List<Caller> callers = cluster.instancePorts().stream()
                .map(port -> new Caller(port, CALL))
                .toList();
        try (EvidenceReader reader = new EvidenceReader(cluster.bootstrap(), cluster.registry())) {
            for (final Script script : stage.scripts()) {
                judge(script, Businesses.named(List.of(script.business())).getFirst(), reader, callers);
            }
        } finally {
            callers.forEach(Caller::close);
        }
    }

    private void judge(
            final Script script, final Business business, final EvidenceReader reader, final List<Caller> callers)
            throws IOException {
        final Evidence evidence = reader.of(business);
        final Oracle oracle = new Oracle(evidence, findings);
        final MemoryBooks books = oracle.judge();
        final Answers answers = new Answers(business, findings);
        answers.checkTold(
                stage.told().stream()
                        .filter(it -> it.business().equals(business.name()))
                        .toList(),
                oracle);
        answers.checkWritten(
                stage.written().stream()
                        .filter(it -> it.business().equals(business.name()))
                        .toList(),
                oracle);
        final AuditCheck audit = new AuditCheck(business, findings);
        audit.await(callers.getFirst(), evidence.journal().size());
        if (Scripts.isPublic(script)) {
            audit.quarantine(callers.getLast(), evidence.unreadable());
        }
        rows += new PageCheck(business, findings, callers).check(books, script, stage.cast());
        commands += evidence.commands().size();
        events += evidence.journal().size();
        poison += evidence.unreadable();
    }

    long commands() {
        return commands;
    }

    long events() {
        return events;
    }

    long rows() {
        return rows;
    }

    long poison() {
        return poison;
    }
}
