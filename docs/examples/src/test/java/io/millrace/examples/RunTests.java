package io.millrace.examples;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of packages in this process; ends with 0 if there were some and all passed. */
final class RunTests {

    private RunTests() {}

    public static void main(final String[] packages) {
        final LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        Arrays.stream(packages).map(name -> selectPackage(name)).toList())
                .build();
        final SummaryGeneratingListener heard = new SummaryGeneratingListener();
        LauncherFactory.create().execute(tests, heard);
        final var summary = heard.getSummary();
        summary.printFailuresTo(new PrintWriter(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        final boolean passed = summary.getTestsFailedCount() == 0 && summary.getTestsSucceededCount() > 0;
        Runtime.getRuntime().halt(passed ? 0 : 1);
    }
}
