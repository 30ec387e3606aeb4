package io.millrace.backbone.audit;

import io.millrace.backbone.Ledger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One desk's ledger with the changes of one event laid over it: an auditor that fails half-way leaves no half sums. */
final class DeskLedger implements Ledger {

    private static final String SUM = "/+";
    private static final String MARK = "/=";

    private final String desk;
    private final Drawer drawer;
    private final Map<String, byte @Nullable []> changes = new LinkedHashMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private final List<Claimed> claimed = new ArrayList<>();

    record Broken(String law, String detail) {}

    record Claimed(String desk, String law, String key, String value) {}

    DeskLedger(final String desk, final Drawer drawer) {
        this.desk = desk;
        this.drawer = drawer;
    }

    void write() {
        changes.forEach(drawer::put);
        changes.clear();
    }

    List<Broken> broken() {
        return broken;
    }

    List<Claimed> claimed() {
        return claimed;
    }

    @Override
    public void claims(final String another, final String law, final String key, final String value) {
        claimed.add(new Claimed(another, law, key, value));
    }

    @Override
    public void add(final String account, final long amount) {
        settle(account, Math.addExact(sum(account), amount));
    }

    @Override
    public void settle(final String account, final long amount) {
        final byte[] value = ByteBuffer.allocate(Long.BYTES).putLong(amount).array();
        changes.put(desk + SUM + account, amount == 0 ? null : value);
    }

    @Override
    public long sum(final String account) {
        final byte[] sum = read(desk + SUM + account);
        return sum == null ? 0 : ByteBuffer.wrap(sum).getLong();
    }

    @Override
    public void mark(final String key, final String value) {
        changes.put(desk + MARK + key, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> mark(final String key) {
        return Optional.ofNullable(read(desk + MARK + key)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void erase(final String key) {
        if (read(desk + MARK + key) != null) {
            changes.put(desk + MARK + key, null);
        }
    }

    @Override
    public void violated(final String law, final String detail) {
        broken.add(new Broken(law, detail));
    }

    private byte @Nullable [] read(final String key) {
        return changes.containsKey(key) ? changes.get(key) : drawer.get(key);
    }
}
