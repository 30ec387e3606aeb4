package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer as a page shows it: all that is shown must be there, and there may be more. */
record Shown(Paper.Block block) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Stands for any value. */
    private static final String ANYTHING = "…";

    void isWhatCame(final String answer) {
        switch (block.language()) {
            case "json" -> within(MAPPER.readTree(block.text()), MAPPER.readTree(answer), answer);
            case "http" ->
                assertThat(answer.lines().map(String::strip).toList())
                        .containsAll(block.text().lines().toList());
            default -> throw new IllegalStateException("an answer is json or http, not " + block.language());
        }
    }

    private static void within(final JsonNode shown, final JsonNode came, final String answer) {
        if (shown.isObject()) {
            shown.properties().forEach(field -> {
                assertThat(came.has(field.getKey()))
                        .as("%s in %s", field.getKey(), answer)
                        .isTrue();
                within(field.getValue(), came.get(field.getKey()), answer);
            });
        } else if (shown.isArray()) {
            assertThat(came.size()).as(answer).isEqualTo(shown.size());
            final List<JsonNode> all = shown.valueStream().toList();
            for (int n = 0; n < all.size(); n++) {
                within(all.get(n), came.get(n), answer);
            }
        } else if (!shown.asString().equals(ANYTHING)) {
            assertThat(came).as(answer).isEqualTo(shown);
        }
    }
}
