package io.millrace.infra.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One process per data directory. Held through the operating system, so a killed process leaves no stale lock behind. */
final class DirectoryLock implements AutoCloseable {
    // A second look at the lock file from this JVM would release the lock when closed, so our own are remembered here.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(final Path directory, final FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock acquire(final Path directory) throws IOException {
        final var real = directory.toRealPath();
        final var file = real.resolve("lock");
        if (!HELD_HERE.add(real)) {
            throw refused(
                    real, "this same process (pid " + ProcessHandle.current().pid() + ")");
        }
        try {
            final var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw refused(real, holder(file));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new DirectoryLock(real, channel);
        } catch (IOException | RuntimeException e) {
            HELD_HERE.remove(real);
            throw e;
        }
    }

    private static String holder(final Path file) throws IOException {
        final var pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static BrokerRefusedException refused(final Path directory, final String holder) {
        return new BrokerRefusedException("The data directory " + directory + " is in use by " + holder
                + ". Stop that one first, or choose another directory.");
    }

    @Override
    public void close() throws IOException {
        // Emptied, not deleted: deleting would let two processes lock two files of the same name.
        channel.truncate(0);
        channel.close();
        HELD_HERE.remove(directory);
    }
}
