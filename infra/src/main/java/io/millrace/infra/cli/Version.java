package io.millrace.infra.cli;

import picocli.CommandLine.IVersionProvider;

/** Which Millrace this is. */
final class Version implements IVersionProvider {

    static String text() {
        final String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "built from source" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"millrace " + text()};
    }
}
