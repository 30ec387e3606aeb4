package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Refused;
import io.millrace.schemas.wire.AvroCodec;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Keeps receipts where they may be asked for: committed ones, from the receipts topic. */
final class ReceiptProcessor implements Processor<byte[], byte[], Void, Void> {

    private final Business business;
    private final AvroCodec codec;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private WindowStore<String, byte[]> store;

    ReceiptProcessor(final Business business, final AvroCodec codec) {
        this.business = business;
        this.codec = codec;
    }

    @Override
    public void init(final ProcessorContext<Void, Void> context) {
        store = context.getStateStore(PageNames.receipts(business));
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        final Receipt receipt = (Receipt) codec.decode(record.value());
        final Refused refused = receipt.getRefused();
        if (refused == null || !refused.getCode().equals(Causes.KEY_REUSED)) {
            ReceiptShelf.put(store, receipt.getDesk(), receipt.getCommandId(), record.value(), receipt.getAt());
        }
    }
}
