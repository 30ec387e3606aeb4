package io.millrace.infra.started;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A virtual machine with the class path of the tests, that ends before its second compiler pays. The first that is stopped
 * leaves what it has loaded to the next ones: {@code millrace up} starts with 7 s of processor instead of 12.
 */
public final class OwnJava {

    private static final Path FOLDER = Path.of("target", "started");
    private static final Path LOADED = FOLDER.resolve("loaded.jsa");

    private OwnJava() {}

    /** One that is stopped in the end. To be followed by what is special about it, its class and its arguments. */
    public static List<String> command() {
        final List<String> command = commandOfOneThatDies();
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + LOADED));
        return command;
    }

    /** One that halts while its threads run can't leave anything: it would crash over it. */
    public static List<String> commandOfOneThatDies() {
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-cp",
                ClassPath.OF_JARS));
        if (Files.exists(LOADED)) {
            command.add("-XX:SharedArchiveFile=" + LOADED);
        }
        return command;
    }

    /** What is loaded from folders can't be left to others; so they are made jars of. */
    private static final class ClassPath {

        static final String OF_JARS = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .map(it -> Files.isDirectory(it) ? jar(it) : it)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));

        private static Path jar(final Path folder) {
            try {
                final List<Path> files = files(folder);
                final Path jar = FOLDER.resolve(folder.getFileName() + "-" + newest(files) + ".jar");
                if (!Files.exists(jar)) {
                    Files.createDirectories(FOLDER);
                    final Path made = Files.createTempFile(FOLDER, "made", ".jar");
                    write(Files.newOutputStream(made), folder, files);
                    Files.move(made, jar, StandardCopyOption.ATOMIC_MOVE);
                }
                return jar;
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<Path> files(final Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }

        private static long newest(final List<Path> files) throws IOException {
            long newest = 0;
            for (final Path file : files) {
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
            return newest;
        }

        private static void write(final OutputStream to, final Path folder, final List<Path> files) throws IOException {
            try (JarOutputStream jar = new JarOutputStream(to)) {
                for (final Path file : files) {
                    jar.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                    Files.copy(file, jar);
                }
            }
        }
    }
}
