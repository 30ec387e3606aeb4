package io.millrace.api.wiring;

import io.millrace.api.command.ReceiptReader;
import io.millrace.api.http.Health;
import io.millrace.backbone.Business;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the process is, asked of its parts. */
final class Wellbeing implements Health {

    private final List<Business> businesses;
    private final Applications applications;
    private final ReceiptReader receipts;
    private final AtomicBoolean open = new AtomicBoolean();

    Wellbeing(final List<Business> businesses, final Applications applications, final ReceiptReader receipts) {
        this.businesses = businesses;
        this.applications = applications;
        this.receipts = receipts;
    }

    void open(final boolean now) {
        open.set(now);
    }

    @Override
    public boolean open() {
        return open.get();
    }

    @Override
    public boolean live() {
        return receipts.alive() && applications.all().stream().allMatch(Application::live);
    }

    @Override
    public boolean ready() {
        return open()
                && live()
                && applications.all().stream().allMatch(Application::running)
                && businesses.stream().allMatch(this::answers);
    }

    @Override
    public Map<String, String> parts() {
        final Map<String, String> parts = new TreeMap<>();
        applications
                .all()
                .forEach(it -> parts.put(it.name(), it.live() ? it.state() : it.state() + ", dying again and again"));
        parts.put("receipts", receipts.alive() ? "READING" : "DEAD");
        return parts;
    }

    /** Any desk will do: one that nobody knows has an empty page, if there are pages. */
    private boolean answers(final Business business) {
        try {
            return applications.of(business).applied("ready") >= 0;
        } catch (final RuntimeException e) {
            return false;
        }
    }
}
