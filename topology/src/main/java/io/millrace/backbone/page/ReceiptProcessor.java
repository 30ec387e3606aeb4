package io.millrace.backbone.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.desk.Causes;
import io.millrace.backbone.stream.Quarantine;
import io.millrace.backbone.stream.Reader;
import io.millrace.backbone.stream.Reading;
import io.millrace.backbone.stream.ReceiptShelf;
import io.millrace.schemas.Receipt;
import io.millrace.schemas.Refused;
import io.millrace.schemas.wire.AvroCodec;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/** Keeps receipts where they may be asked for: committed ones, from the receipts topic. */
final class ReceiptProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private final Business business;
    private final AvroCodec codec;
    private final Quarantine quarantine;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private WindowStore<String, byte[]> store;

    ReceiptProcessor(final Generation generation, final AvroCodec codec) {
        this.business = generation.business();
        this.codec = codec;
        this.quarantine = new Quarantine(Reader.RECEIPTS, PageNames.RECEIPTS_TO_QUARANTINE, generation.voice());
    }

    @Override
    public void init(final ProcessorContext<byte[], byte[]> processorContext) {
        context = processorContext;
        store = context.getStateStore(PageNames.receipts(business));
    }

    @Override
    public void process(final Record<byte[], byte[]> record) {
        try {
            keep(Reading.ofDesk(Receipt.class, codec, record, Receipt::getDesk), record.value());
        } catch (final RuntimeException e) {
            quarantine.take(context, record, e);
        }
    }

    private void keep(final Receipt receipt, final byte[] value) {
        final Refused refused = receipt.getRefused();
        if (refused == null || !refused.getCode().equals(Causes.KEY_REUSED)) {
            ReceiptShelf.put(store, receipt.getDesk(), receipt.getCommandId(), value, receipt.getAt());
        }
    }
}
