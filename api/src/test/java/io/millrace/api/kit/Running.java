package io.millrace.api.kit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a caller, or a vandal, of the one process that all of them share; it is stopped after the last of them. */
public final class Running implements ParameterResolver {

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == Caller.class
                || parameter.getParameter().getType() == Vandal.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        final WholeProcess process = process(context);
        return parameter.getParameter().getType() == Caller.class ? process.caller() : process.vandal();
    }

    /** A caller, for other extensions that stand on the same process. */
    public static Caller caller(final ExtensionContext context) {
        return process(context).caller();
    }

    private static WholeProcess process(final ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(WholeProcess.class, _ -> WholeProcess.start(), WholeProcess.class);
    }
}
