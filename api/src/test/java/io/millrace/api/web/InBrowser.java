package io.millrace.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.millrace.api.kit.Running;
import io.millrace.api.kit.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests people with browsers, and sees that nothing went wrong in them. CI must have a browser; others may. */
final class InBrowser implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(InBrowser.class);
    private final Running running = new Running();

    /** The people of one test. */
    static final class People {
        private final Browser browser;
        private final IntSupplier port;
        private final List<Visitor> all = new ArrayList<>();

        People(final Browser browser, final IntSupplier port) {
            this.browser = browser;
            this.port = port;
        }

        /** With a language and a screen: {@code "ko", 1280}. */
        Visitor come(final String language, final int width) {
            final Visitor visitor = new Visitor(browser, port.getAsInt(), language, width, false);
            all.add(visitor);
            return visitor;
        }

        /** Over a wire that isn't the process's own. */
        Visitor come(final String language, final int width, final int through) {
            final Visitor visitor = new Visitor(browser, through, language, width, false);
            all.add(visitor);
            return visitor;
        }

        Visitor comeAtNight(final String language, final int width) {
            final Visitor visitor = new Visitor(browser, port.getAsInt(), language, width, true);
            all.add(visitor);
            return visitor;
        }

        /** Everybody goes home; then what their browsers complained about is told. */
        private void leave() {
            final List<Visitor> leaving = List.copyOf(all);
            all.clear();
            leaving.forEach(Visitor::leave);
            assertThat(leaving.stream().flatMap(it -> it.troubles().stream()))
                    .as("what browsers complained about")
                    .isEmpty();
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext context) {
        return Chromium.missing()
                .filter(_ -> System.getenv("CI") == null)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser, or there has to be"));
    }

    @Override
    public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
        return parameter.getParameter().getType() == People.class || running.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
        if (parameter.getParameter().getType() != People.class) {
            return running.resolveParameter(parameter, context);
        }
        final Browser browser = Shared.of(context, Chromium.class, Chromium.class, Chromium::start)
                .browser();
        return context.getStore(SPACE)
                .computeIfAbsent(
                        People.class,
                        _ -> new People(browser, () -> Running.caller(context).port()),
                        People.class);
    }

    @Override
    public void afterEach(final ExtensionContext context) {
        final People people = context.getStore(SPACE).get(People.class, People.class);
        if (people != null) {
            people.leave();
        }
    }
}
