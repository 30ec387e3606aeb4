package io.millrace.api.wiring;

import io.millrace.api.command.ReceiptReader;
import io.millrace.api.events.Events;
import io.millrace.api.http.Health;
import io.millrace.api.people.Gatehouse;
import io.millrace.backbone.Business;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** How the process is, asked of its parts. */
final class Wellbeing implements Health {

    private final List<Business> businesses;
    private final Applications applications;
    private final ReceiptReader receipts;
    private final Events events;
    private final @Nullable Gatehouse gatehouse;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean leaving = new AtomicBoolean();

    Wellbeing(
            final List<Business> businesses,
            final Applications applications,
            final ReceiptReader receipts,
            final Events events,
            final @Nullable Gatehouse gatehouse) {
        this.businesses = businesses;
        this.applications = applications;
        this.receipts = receipts;
        this.events = events;
        this.gatehouse = gatehouse;
    }

    void open(final boolean now) {
        open.set(now);
    }

    /** Says that it is not ready any more, and goes on answering until whoever sends requests may have noticed. */
    void leave(final Duration notice) {
        leaving.set(true);
        LockSupport.parkNanos(notice.toNanos());
        open.set(false);
    }

    @Override
    public boolean open() {
        return open.get();
    }

    @Override
    public boolean live() {
        return receipts.alive()
                && events.alive()
                && applications.following()
                && (gatehouse == null || gatehouse.alive())
                && applications.needed().allMatch(Application::live);
    }

    @Override
    public boolean ready() {
        return open()
                && !leaving.get()
                && live()
                && applications.needed().allMatch(Application::running)
                && businesses.stream().allMatch(applications::answers);
    }

    @Override
    public Map<String, String> parts() {
        final Map<String, String> parts = new TreeMap<>();
        applications.all().forEach(it -> parts.put(it.name(), it.condition()));
        parts.put("receipts", reading(receipts.alive()));
        parts.put("journals", reading(events.alive()));
        parts.put("generations", reading(applications.following()));
        if (gatehouse != null) {
            parts.put("credentials", reading(gatehouse.alive()));
        }
        return parts;
    }

    private static String reading(final boolean alive) {
        return alive ? "READING" : "DEAD";
    }
}
