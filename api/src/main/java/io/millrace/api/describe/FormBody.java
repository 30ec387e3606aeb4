package io.millrace.api.describe;

import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import io.millrace.backbone.Envelopes;
import io.millrace.backbone.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be sent through a form: the command's fields, and beside them what chooses it and which desk it is for. */
final class FormBody {

    private final Business business;
    private final Schemas schemas;

    FormBody(final Business business, final Schemas schemas) {
        this.business = business;
        this.schemas = schemas;
    }

    Map<String, Object> of(final Form form, final Set<String> inPath) {
        final List<Object> choices = new ArrayList<>();
        form.commands().forEach((chosen, command) -> {
            final Map<String, Object> sent = schemas.sent(Envelopes.schema(command), inPath);
            if (form.chooses()) {
                first(sent, form.choice(), Tree.of("const", chosen));
            }
            if (form.deskIn() != null) {
                final Map<String, Object> desk = Tree.of("type", "string");
                Schemas.constrain(desk, Checks.named(business.deskIs()));
                first(sent, form.deskIn(), desk);
            }
            choices.add(sent);
        });
        return choices.size() == 1 ? cast(choices.getFirst()) : Tree.of("oneOf", choices);
    }

    /** One more field, required, before the others. */
    private static void first(final Map<String, Object> sent, final String name, final Map<String, Object> schema) {
        final Map<String, Object> properties = Tree.of(name, schema);
        properties.putAll(cast(sent.get("properties")));
        sent.put("properties", properties);
        final List<Object> required = new ArrayList<>(List.of(name));
        if (sent.get("required") instanceof List<?> others) {
            required.addAll(others);
        }
        sent.put("required", required);
    }

    @SuppressWarnings("unchecked") // made here, with names
    private static Map<String, Object> cast(final @Nullable Object tree) {
        return tree == null ? Tree.of() : (Map<String, Object>) tree;
    }
}
