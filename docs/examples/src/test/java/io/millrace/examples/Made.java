package io.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.idl.IdlFile;
import org.apache.avro.idl.IdlReader;

/** A house with a new business in it, as it stands on disk: compiled against what is built, and tested, without Maven. */
record Made(Path house, Path classes) {

    static final Path ROOT = Path.of(System.getProperty("millrace.root", ".."));

    private static final Path TEMPLATE =
            ROOT.resolve("schemas/target/avro-template/org/apache/avro/compiler/specific/templates/java/classic");

    /** Compiles what the modules' folders hold of it: IDL first, then Java. */
    static Made compiled(final Path house) throws IOException {
        final Path generated = house.resolve("generated");
        for (final Path idl : files(house.resolve("schemas/src/main/avro"), ".avdl")) {
            generate(idl, generated);
        }
        final Path classes = Files.createDirectories(house.resolve("classes"));
        final List<Path> sources = new ArrayList<>(files(house, ".java"));
        sources.removeAll(files(generated.resolve("io/millrace/schemas"), ".java", 1));
        // in the house, a package's main and its tests are compiled one after the other, and each has one of these
        sources.removeIf(file -> file.toString().contains("src/test") && file.endsWith("package-info.java"));
        final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            final boolean done = javac.getTask(
                            null,
                            manager,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as("it compiles").isTrue();
        }
        return new Made(house, classes);
    }

    private static void generate(final Path idl, final Path into) throws IOException {
        final IdlFile file = new IdlReader().parse(idl);
        final SpecificCompiler compiler =
                new SpecificCompiler(file.getNamedSchemas().values());
        compiler.setTemplateDir(TEMPLATE + "/");
        compiler.setStringType(StringType.String);
        compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
        compiler.setCreateSetters(false);
        compiler.compileToDestination(null, into.toFile());
    }

    /** Runs its tests in a process of their own, as a build would; what it said, if any failed. */
    String tested(final String... packages) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dmillrace.golden=write",
                "-cp",
                classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                RunTests.class.getName()));
        command.addAll(List.of(packages));
        final Path said = house.resolve("tests.log");
        final Process process = new ProcessBuilder(command)
                .directory(house.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return process.waitFor() == 0 ? "" : Files.readString(said);
    }

    static List<Path> files(final Path folder, final String ending) throws IOException {
        return files(folder, ending, Integer.MAX_VALUE);
    }

    private static List<Path> files(final Path folder, final String ending, final int deep) throws IOException {
        try (Stream<Path> files = Files.walk(folder, deep)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
