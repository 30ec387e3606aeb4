package io.millrace.backbone.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One memory for all stores of a process. By default each store of each partition would have its own cache and write
 * buffers, hundreds of them, and their sum no bound.
 */
public final class SharedMemory implements RocksDBConfigSetter {

    private static final long MEBIBYTE = 1024L * 1024;

    /** Blocks that were read and buffers that are being written share it. */
    public static final long TOTAL = 128 * MEBIBYTE;

    private static final long WRITING = 64 * MEBIBYTE;

    /** Many small stores: a buffer is as large as a few seconds of a busy one need. */
    private static final long BUFFER = 4 * MEBIBYTE;

    /**
     * What a store takes as soon as there is anything in it. There may be a thousand, most of them hardly used: with the
     * default, an eighth of a buffer, a hundred fill what there is for all, and whoever is busy flushes every few rows.
     */
    private static final long LEAST = 16 * 1024;

    /** What finds rows may take so much of it before it counts as what was read once. */
    private static final double FINDING = 0.5;

    /** Two bits, so four parts of it. By default it were 64, and what finds a million rows would not fit into one. */
    private static final int PART_BITS = 2;

    // the process's own, and never closed before its stores are
    private static final Cache CACHE = new LRUCache(TOTAL, PART_BITS, false, FINDING);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITING, CACHE);

    @Override
    public void setConfig(final String store, final Options options, final Map<String, Object> configs) {
        final BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        // what finds a row stays when what was read once goes
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        // most look-ups are for what isn't there yet, a new command or order: Streams leaves the filters out of the
        // lowest level, where nearly everything is, so that each of them would read an index and a block
        options.setOptimizeFiltersForHits(false);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BUFFER);
        options.setArenaBlockSize(LEAST);
    }

    @Override
    public void close(final String store, final Options options) {
        // the memory is everybody's
    }
}
