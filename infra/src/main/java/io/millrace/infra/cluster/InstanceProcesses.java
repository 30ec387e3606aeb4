package io.millrace.infra.cluster;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The instances of the cluster, each with a name, a port and data of its own. */
final class InstanceProcesses implements AutoCloseable {

    private static final int HEAP = 384;

    private final List<Integer> ports;
    private final List<JavaProcess> processes = new ArrayList<>();

    InstanceProcesses(final ClusterPlan plan, final String bootstrap, final String registry) {
        ports = FreePorts.take(plan.instances());
        // all of them take each other's word, and each other's sessions
        final Map<String, String> environment = Map.of(
                "MILLRACE_CLUSTER_SECRET",
                HexFormat.of().formatHex(secret()),
                "MILLRACE_SESSION_KEY",
                Base64.getEncoder().encodeToString(secret()));
        for (int n = 1; n <= plan.instances(); n++) {
            final String name = "instance-" + n;
            final Path log = plan.data().resolve(name + ".log");
            processes.add(new JavaProcess(
                    name, plan.main(), HEAP, arguments(plan, name, n, bootstrap, registry), environment, log));
        }
    }

    private static byte[] secret() {
        final byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private List<String> arguments(
            final ClusterPlan plan, final String name, final int n, final String bootstrap, final String registry) {
        final String port = ports.get(n - 1).toString();
        final List<String> arguments = new ArrayList<>(List.of(
                "up",
                "--data",
                plan.dataOf(n - 1).toString(),
                "--port",
                port,
                "--instance",
                name,
                "--bootstrap",
                bootstrap,
                "--registry",
                registry,
                "--advertise",
                "127.0.0.1:" + port,
                "--while-alive",
                Long.toString(ProcessHandle.current().pid())));
        if (plan.businesses() != null) {
            arguments.add("--business");
            arguments.add(String.join(",", plan.businesses()));
        }
        arguments.addAll(plan.more());
        return arguments;
    }

    List<Integer> ports() {
        return ports;
    }

    List<JavaProcess> processes() {
        return processes;
    }

    @Override
    public void close() throws InterruptedException {
        JavaProcess.stopAll(processes);
    }
}
