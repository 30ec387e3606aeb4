package io.millrace.infra.load;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a figure was measured on: without it, it says nothing. */
public record Machine(String at, int cores, long memoryMegabytes, String system, String java, String kafka) {

    private static final int MEGABYTE = 1024 * 1024;

    static Machine here() {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Runtime.getRuntime().availableProcessors(),
                memory() / MEGABYTE,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                AppInfoParser.getVersion());
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean it
                ? it.getTotalMemorySize()
                : 0;
    }

    String inOneLine() {
        return at + ", " + cores + " cores, " + memoryMegabytes + " MB, " + system + ", " + java + ", Kafka " + kafka;
    }
}
