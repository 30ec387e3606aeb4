package io.millrace.api.kit;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a caller, or a vandal, of the one process that all of them share; it is stopped after the last of them. */
public final class Running implements ParameterResolver {

    private final List<Business> businesses;

    public Running() {
        this(Businesses.ALL);
    }

    private Running(final List<Business> businesses) {
        this.businesses = businesses;
    }

    /** With all businesses, if this is one of them; else with this one alone. */
    public static Running with(final Business business) {
        return Businesses.ALL.contains(business) ? new Running() : new Running(List.of(business));
    }

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == Caller.class
                || parameter.getParameter().getType() == Vandal.class;
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        final WholeProcess process = process(context, businesses);
        return parameter.getParameter().getType() == Caller.class ? process.caller() : process.vandal();
    }

    /** A caller, for other extensions that stand on the same process. */
    public static Caller caller(final ExtensionContext context) {
        return process(context, Businesses.ALL).caller();
    }

    private static WholeProcess process(final ExtensionContext context, final List<Business> businesses) {
        return Shared.of(context, businesses, WholeProcess.class, () -> WholeProcess.start(businesses));
    }
}
