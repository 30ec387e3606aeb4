package io.millrace.infra.faults;

import io.millrace.backbone.stream.SafeClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** Real clients, until a point is reached: from then on the broker hears nothing more of them, as of a dead process. */
final class CrashingClients implements KafkaClientSupplier {

    private final KafkaClientSupplier real = new SafeClients("cafe-desk", new Topology());
    private final CountDownLatch crashed = new CountDownLatch(1);
    private volatile @Nullable CrashPoint point;
    private int left;
    private volatile boolean dead;

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    synchronized void arm(final CrashPoint at, final int after) {
        left = after;
        point = at;
    }

    CountDownLatch crashed() {
        return crashed;
    }

    private synchronized void pass(final CrashPoint at) {
        if (point == at && --left == 0) {
            dead = true;
            crashed.countDown();
            throw new Crash();
        }
    }

    @Override
    public Producer<byte[], byte[]> getProducer(final Map<String, Object> config) {
        return wrapped(Producer.class, real.getProducer(config));
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(final Map<String, Object> config) {
        return wrapped(Consumer.class, real.getConsumer(config));
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(final Map<String, Object> config) {
        return real.getRestoreConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(final Map<String, Object> config) {
        return real.getGlobalConsumer(config);
    }

    @Override
    public Admin getAdmin(final Map<String, Object> config) {
        return real.getAdmin(config);
    }

    @SuppressWarnings("unchecked")
    private <T> T wrapped(final Class<?> type, final T client) {
        return (T) Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, args) -> called(client, method, args));
    }

    private @Nullable Object called(final Object client, final Method method, final Object @Nullable [] args)
            throws Throwable {
        if (dead && !method.getName().contains("Metric")) {
            if (!method.getName().equals("close")) {
                throw new Crash();
            }
            if (client instanceof Producer<?, ?> producer) {
                producer.close(Duration.ZERO);
                return null;
            }
            if (client instanceof Consumer<?, ?> consumer) {
                // without a last word
                consumer.close();
                return null;
            }
        }
        before(method.getName(), args);
        final Object result;
        try {
            result = method.invoke(client, args);
        } catch (final InvocationTargetException e) {
            throw Optional.ofNullable(e.getCause()).orElse(e);
        }
        if (method.getName().equals("commitTransaction")) {
            pass(CrashPoint.AFTER_COMMIT);
        }
        if (result instanceof ConsumerRecords<?, ?> records && !records.isEmpty()) {
            pass(CrashPoint.AFTER_POLL);
        }
        return result;
    }

    private void before(final String method, final Object @Nullable [] args) {
        switch (method) {
            case "send" -> {
                final String topic = args == null ? "" : ((ProducerRecord<?, ?>) args[0]).topic();
                if (topic.endsWith("-changelog")) {
                    pass(CrashPoint.WITHIN_BOOKS);
                } else if (topic.endsWith(".journal")) {
                    pass(CrashPoint.WITHIN_JOURNAL);
                } else if (topic.endsWith(".receipts")) {
                    pass(CrashPoint.WITHIN_RECEIPTS);
                }
            }
            case "sendOffsetsToTransaction" -> pass(CrashPoint.BEFORE_OFFSETS);
            case "commitTransaction" -> pass(CrashPoint.BEFORE_COMMIT);
            default -> {}
        }
    }
}
