package io.millrace.pieces;

import io.millrace.backbone.desk.Decision;
import io.millrace.schemas.Envelope;
import io.millrace.schemas.client.SchemaRegistries;
import io.millrace.schemas.wire.AvroCodec;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to write records as bytes, and to read them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WirePieces {

    private final AvroCodec codec =
            new AvroCodec(SchemaRegistries.of(Map.of("schema.registry.url", "mock://pieces")), true);
    private final Envelope order;
    private final SpecificRecord receipt;
    private final byte[] orderBytes;
    private final byte[] receiptBytes;

    public WirePieces() {
        final OrdersTaken shop = new OrdersTaken();
        shop.take(shop.coffee());
        order = shop.order();
        final Decision decision = shop.decide(order);
        receipt = decision.receipt();
        orderBytes = codec.encode(order);
        receiptBytes = codec.encode(receipt);
    }

    @Benchmark
    public byte[] writeCommand() {
        return codec.encode(order);
    }

    @Benchmark
    public SpecificRecord readCommand() {
        return codec.decode(orderBytes);
    }

    @Benchmark
    public byte[] writeReceipt() {
        return codec.encode(receipt);
    }

    @Benchmark
    public SpecificRecord readReceipt() {
        return codec.decode(receiptBytes);
    }
}
