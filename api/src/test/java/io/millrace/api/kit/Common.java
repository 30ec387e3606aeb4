package io.millrace.api.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that all virtual machines of a run have in common: an idle one takes a sixth of a core. Whoever asks first
 * starts it, and stops it when nobody has it any more.
 */
final class Common implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "running");
    private static final Duration TO_START = Duration.ofSeconds(150);
    private static final long A_MOMENT = Duration.ofMillis(50).toNanos();

    private record Address(long pid, int port, String bootstrap) {

        static Optional<Address> in(final Path file) throws IOException {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            final String[] words = Files.readString(file).split(" ");
            return Optional.of(new Address(Long.parseLong(words[0]), Integer.parseInt(words[1]), words[2]))
                    .filter(it -> ProcessHandle.of(it.pid).isPresent());
        }

        void in(final Path file, final Path draft) throws IOException {
            Files.writeString(draft, pid + " " + port + " " + bootstrap);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private final Path file;
    private final Path draft;
    private final FileChannel owner;
    private final FileChannel users;
    private @Nullable WholeProcess own;
    private Address address = new Address(0, 0, "");

    private Common(final String name) throws IOException {
        Files.createDirectories(FOLDER);
        this.file = FOLDER.resolve(name);
        this.draft = FOLDER.resolve(name + ".draft");
        this.owner = lockable(name + ".owner");
        this.users = lockable(name + ".users");
    }

    static Common of(final String name, final Supplier<WholeProcess> start) {
        try {
            final Common common = new Common(name);
            try {
                common.join(start);
            } catch (final RuntimeException e) {
                common.letGo();
                throw e;
            }
            return common;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who uses it holds a lock with all other users, so that its owner can't stop it. */
    private void join(final Supplier<WholeProcess> start) throws IOException {
        final FileLock using = users.lock(0, Long.MAX_VALUE, true);
        for (final long deadline = System.nanoTime() + TO_START.toNanos(); System.nanoTime() < deadline; ) {
            if (owner.tryLock() != null) {
                using.release();
                Files.deleteIfExists(file);
                own = start.get();
                address = new Address(ProcessHandle.current().pid(), own.port(), own.bootstrap());
                address.in(file, draft);
                return;
            }
            final Optional<Address> known = Address.in(file);
            if (known.isPresent()) {
                address = known.get();
                return;
            }
            LockSupport.parkNanos(A_MOMENT);
        }
        throw new IllegalStateException("what another virtual machine starts was not there in " + TO_START);
    }

    private static FileChannel lockable(final String name) throws IOException {
        return FileChannel.open(
                FOLDER.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    Caller caller() {
        return new Caller(address.port);
    }

    Vandal vandal() {
        return new Vandal(address.bootstrap);
    }

    @Override
    public void close() throws Exception {
        if (own != null) {
            users.lock();
            Files.deleteIfExists(file);
            own.close();
        }
        letGo();
    }

    private void letGo() throws IOException {
        users.close();
        owner.close();
    }
}
