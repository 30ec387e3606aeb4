package io.millrace.api.kit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the tests of a class a cluster of so many instances, that is stopped after them. */
public final class Several implements ParameterResolver {

    private final int count;

    private Several(final int count) {
        this.count = count;
    }

    public static Several of(final int count) {
        return new Several(count);
    }

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == Instances.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Instances.class, _ -> Instances.start(count), Instances.class);
    }
}
