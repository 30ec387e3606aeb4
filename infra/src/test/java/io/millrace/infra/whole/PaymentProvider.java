package io.millrace.infra.whole;

import io.millrace.schemas.cafe.ApprovePayment;
import io.millrace.schemas.cafe.CancelPayment;
import io.millrace.schemas.cafe.PaymentCommand;
import io.millrace.schemas.wire.AvroSerializer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A payment provider: it knows one topic, the shop's id as key, and the schema; no header, no façade. An empty command
 * id means that every record is a command of its own.
 */
final class PaymentProvider implements AutoCloseable {

    static final String TOPIC = "cafe.payments";

    private final KafkaProducer<String, Object> producer;

    PaymentProvider(final String bootstrap, final String registry) {
        producer = new KafkaProducer<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "schema.registry.url",
                registry,
                "key.serializer",
                StringSerializer.class.getName(),
                "value.serializer",
                AvroSerializer.class.getName()));
    }

    void approve(final String shop, final long order) throws ExecutionException, InterruptedException {
        tell(shop, new PaymentCommand("", shop, Instant.now(), "payment-provider", new ApprovePayment(order)));
    }

    void cancel(final String shop, final long order) throws ExecutionException, InterruptedException {
        tell(shop, new PaymentCommand("", shop, Instant.now(), "payment-provider", new CancelPayment(order)));
    }

    private void tell(final String shop, final PaymentCommand command) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(TOPIC, shop, command)).get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
