package io.millrace.infra.cli;

import io.millrace.infra.begin.DeskName;
import io.millrace.infra.begin.Name;
import io.millrace.infra.begin.NewBusiness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace new library}: a business of one's own, to begin with. */
@Command(
        name = "new",
        description = "Make a small business that compiles, is tested and runs; then make it yours.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What it is called, such as library.")
    private String name = "";

    @Option(names = "--desk", description = "What one of its desks is called, such as garage (branch).")
    private @Nullable String desk;

    @Option(names = "--desks", description = "What several are called, where an s is not enough (garages).")
    private @Nullable String desks;

    @Override
    public Integer call() throws IOException {
        final Name called = new Name(name);
        final DeskName at = desk();
        final List<Path> written =
                new NewBusiness(Path.of(System.getProperty("millrace.home", ".")), called, at).write();
        written.forEach(file -> Terminal.say(file.toString()));
        Terminal.say("""

                %s is registered in topology/src/main/java/io/millrace/Businesses.java. It lends books; now it is yours.

                  ./mvnw test -pl schemas,topology -Dmillrace.golden=write -Dtest='io/millrace/%s/*Test' \\
                      -Dsurefire.failIfNoSpecifiedTests=false
                                     compiles and tests it, and writes down its topology, once
                  ./millrace up      runs it:  curl localhost:8080/%s/%s/main

                docs/add-a-business.md walks through it.""".formatted(called.plain(), called.plain(), called.plain(), at.many()));
        return 0;
    }

    private DeskName desk() {
        if (desk == null) {
            return DeskName.BRANCH;
        }
        return desks == null ? DeskName.of(desk) : new DeskName(desk, desks);
    }
}
