package io.millrace.infra.cli;

import io.millrace.Businesses;
import io.millrace.infra.acl.AclScript;
import io.millrace.infra.acl.Acls;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace acls}: what to allow whom on a Kafka that asks. */
@Command(
        name = "acls",
        description = "Print what to allow whom on a Kafka with authorization: a script for kafka-acls.sh.",
        mixinStandardHelpOptions = true)
final class AclsCommand implements Callable<Integer> {

    @Option(
            names = "--user",
            description =
                    "Who signs in for a role, as role=name; an instance is facade and backbone (the role's name).")
    private Map<String, String> users = new TreeMap<>();

    @Option(names = "--only", description = "Only this role.", paramLabel = "role")
    private String only = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        final var roles = Acls.roles(Businesses.ALL);
        if (!roles.containsAll(users.keySet()) || !only.isEmpty() && !roles.contains(only)) {
            throw new ParameterException(spec.commandLine(), "Roles are: " + String.join(", ", roles));
        }
        Terminal.say("#!/bin/sh\n# Run with: --bootstrap-server HOST:PORT --command-config ADMIN.properties");
        for (final String role : roles) {
            if (only.isEmpty() || only.equals(role)) {
                Terminal.say("\n# " + role);
                Terminal.say(AclScript.of(Acls.of(Businesses.ALL, role, users.getOrDefault(role, role))));
            }
        }
        return 0;
    }
}
