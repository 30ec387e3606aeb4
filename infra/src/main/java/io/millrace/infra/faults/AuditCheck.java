package io.millrace.infra.faults;

import io.millrace.backbone.Business;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import io.millrace.infra.load.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the running audit has to say: it must have looked at every event, and found nothing. */
final class AuditCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Business business;
    private final Findings findings;

    AuditCheck(final Business business, final Findings findings) {
        this.business = business;
        this.findings = findings;
    }

    void await(final Caller caller, final long events) throws IOException {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            final Answer answer = caller.get("/audit?business=" + business.name());
            final JsonNode audit = MAPPER.readTree(answer.body());
            if (answer.status() == 200 && audit.path("checked").asLong() == events) {
                told(audit);
                return;
            }
            if (System.nanoTime() > deadline) {
                findings.add(Sort.AUDIT, business.name() + " has " + events + " events, and the audit tells " + audit);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    void told(final JsonNode audit) {
        if (audit.path("violations").asLong() != 0) {
            findings.add(Sort.AUDIT, business.name() + ": " + audit.path("items"));
        }
    }

    /** All that could not be read waits in quarantine, and nothing else does. */
    void quarantine(final Caller caller, final int unreadable) throws IOException {
        final String path = "/quarantine?limit=1&business=" + business.name();
        final JsonNode answer = MAPPER.readTree(caller.get(path).body());
        kept(answer.path("waiting").path(business.name()).asLong(-1), unreadable);
    }

    void kept(final long waiting, final int unreadable) {
        if (waiting < unreadable) {
            findings.add(Sort.LOST, business.name() + ": " + (unreadable - waiting) + " records not in quarantine");
        } else if (waiting > unreadable) {
            findings.add(Sort.UNRULY, business.name() + ": " + (waiting - unreadable) + " sound records in quarantine");
        }
    }
}
