package io.millrace.infra.cli;

import io.millrace.infra.begin.Name;
import io.millrace.infra.begin.NewBusiness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code millrace new library}: a business of one's own, to begin with. */
@Command(
        name = "new",
        description = "Make a small business that compiles, is tested and runs; then make it yours.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What it is called, such as library.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        final Name called = new Name(name);
        final List<Path> written = new NewBusiness(Path.of(System.getProperty("millrace.home", ".")), called).write();
        written.forEach(file -> Terminal.say(file.toString()));
        Terminal.say("""

                %s is registered in topology/src/main/java/io/millrace/Businesses.java. It lends books; now it is yours.

                  ./mvnw test -pl schemas,topology -Dmillrace.golden=write -Dtest='io/millrace/%s/*Test' \\
                      -Dsurefire.failIfNoSpecifiedTests=false
                                     compiles and tests it, and writes down its topology, once
                  ./millrace up      runs it:  curl localhost:8080/%s/branches/main

                docs/add-a-business.md walks through it.""".formatted(called.plain(), called.plain(), called.plain()));
        return 0;
    }
}
