package io.millrace.backbone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TableProperties;
import org.rocksdb.TickerType;

/**
 * New commands and orders are looked up before they are there: that must not cost a look into what is. And stores that are
 * hardly used must not take the room of those that are.
 */
@Isolated("all stores of a virtual machine share their memory")
class SharedMemoryTest {

    private static final int STORES = 130;

    private static final int ROWS = 250_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void load() {
        RocksDB.loadLibrary();
    }

    @Test
    void shouldKeepFiltersForTheLowestLevel() throws RocksDBException {
        assertThat(lowestLevel(true)).isNotEmpty().allMatch(table -> table.getFilterSize() > 0);
    }

    @Test
    void shouldNotHaveThemWithoutUs() throws RocksDBException {
        assertThat(lowestLevel(false)).isNotEmpty().allMatch(table -> table.getFilterSize() == 0);
    }

    @Test
    void shouldLeaveRoomForWhoIsBusyAmongManyWhoAreNot() throws RocksDBException {
        assertThat(writtenOut(options -> {})).isZero();
    }

    @Test
    void shouldNotLeaveAnyWithWhatIsTheDefaultForOne() throws RocksDBException {
        assertThat(writtenOut(options -> options.setArenaBlockSize(0))).isPositive();
    }

    @Test
    void shouldKeepWhatFindsTheRowsOfAMillion() throws RocksDBException {
        assertThat(filtersReadAgain(table -> {})).isZero();
    }

    @Test
    void shouldReadItAgainForEachRowInAsManyPartsAsByDefault() throws RocksDBException {
        try (Cache parts = new LRUCache(SharedMemory.TOTAL)) {
            assertThat(filtersReadAgain(table -> table.setBlockCache(parts))).isPositive();
        }
    }

    /** How often a filter was read from disk again, while rows were looked up that aren't there. */
    private long filtersReadAgain(final Consumer<BlockBasedTableConfig> sabotage) throws RocksDBException {
        // as many bits for each of fewer rows: it is the filter's size that counts
        try (BloomFilter filter = new BloomFilter(100);
                Statistics counted = new Statistics();
                Options options = new Options().setCreateIfMissing(true).setStatistics(counted)) {
            options.setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
            new SharedMemory().setConfig("rows", options, Map.of());
            final BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            sabotage.accept(table);
            options.setTableFormatConfig(table);
            try (RocksDB rows = RocksDB.open(options, folder.toString())) {
                for (int row = 0; row < ROWS; row++) {
                    rows.put(("shop/" + row).getBytes(StandardCharsets.UTF_8), new byte[] {1});
                }
                rows.compactRange();
                rows.get("shop/1x".getBytes(StandardCharsets.UTF_8));
                final long before = counted.getTickerCount(TickerType.BLOCK_CACHE_FILTER_MISS);
                for (int row = 1; row < 100; row++) {
                    rows.get(("shop/" + row + "x").getBytes(StandardCharsets.UTF_8));
                }
                return counted.getTickerCount(TickerType.BLOCK_CACHE_FILTER_MISS) - before;
            }
        }
    }

    /** How often one store wrote its few rows to disk, with a little in each of more others than the default has room for. */
    private long writtenOut(final Consumer<Options> sabotage) throws RocksDBException {
        final List<RocksDB> open = new ArrayList<>();
        try (Options options =
                new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig())) {
            new SharedMemory().setConfig("rows", options, Map.of());
            sabotage.accept(options);
            for (int store = 0; store < STORES; store++) {
                open.add(RocksDB.open(options, folder.resolve("store-" + store).toString()));
            }
            for (final RocksDB store : open) {
                store.put("row".getBytes(StandardCharsets.UTF_8), new byte[4_000]);
            }
            for (int row = 0; row < 1_000; row++) {
                open.getFirst().put(("shop/" + row).getBytes(StandardCharsets.UTF_8), new byte[100]);
            }
            // in this order: what becomes a file meanwhile is counted twice rather than not at all
            return open.getFirst().getLongProperty("rocksdb.num-immutable-mem-table")
                    + open.getFirst().getLiveFilesMetaData().size();
        } finally {
            open.forEach(RocksDB::close);
        }
    }

    /** A store set up as Streams does it, with everything where nearly everything is after a while. */
    private Iterable<TableProperties> lowestLevel(final boolean ours) throws RocksDBException {
        try (BloomFilter filter = new BloomFilter();
                FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                Options options = new Options().setCreateIfMissing(true).setOptimizeFiltersForHits(true)) {
            options.setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
            if (ours) {
                new SharedMemory().setConfig("rows", options, Map.of());
            }
            try (RocksDB rows = RocksDB.open(options, folder.toString())) {
                // twice the same rows: what doesn't overlap would be moved down as it is
                for (int again = 0; again < 2; again++) {
                    for (int row = 0; row < 1_000; row++) {
                        rows.put(("shop/" + row).getBytes(StandardCharsets.UTF_8), new byte[] {1});
                    }
                    rows.flush(flush);
                }
                rows.compactRange();
                return rows.getPropertiesOfAllTables().values();
            }
        }
    }
}
