package io.millrace.api.readme;

import static io.millrace.api.readme.Markdown.code;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.backbone.topics.Topic;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of topics, for people who read or write them. */
final class TopicsPage {

    private TopicsPage() {}

    static String of(final List<Business> businesses) {
        final Markdown page = new Markdown("Topics")
                .line(
                        "Every topic there is, as the brokers are told and held to at start. What `facade` may write, the")
                .line(
                        "HTTP interface writes; every other name is a role that can be given to a producer with Kafka's ACLs.")
                .line("How to write and to read: [producers.md](producers.md). The inputs as AsyncAPI 3:")
                .line("[asyncapi.json](asyncapi.json).")
                .line("")
                .line("Values are Avro in Confluent's wire format, under the subject `<topic>-value`. A topic has two")
                .line(
                        "partitions, with `--bootstrap` four, or as many as it was made with; the key decides, by the default partitioner.");
        for (final Business business : businesses) {
            page.heading(business.name());
            table(page, Catalogue.of(business));
        }
        page.heading("All of them");
        table(page, Catalogue.general());
        return page.toString();
    }

    private static void table(final Markdown page, final List<Topic> topics) {
        page.head("topic", "value", "key", "kept", "writers");
        for (final Topic topic : topics) {
            page.row(
                    code(topic.name()),
                    topic.value() == null ? "as it came" : code(topic.value().getSimpleName()),
                    key(topic),
                    kept(topic),
                    topic.writers().stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static String key(final Topic topic) {
        return switch (topic.keyed()) {
            case BY_DESK -> "desk";
            case BY_PERSON -> "person";
            case BY_BUSINESS_DESK -> "business/desk";
            case BY_BUSINESS -> "business";
        };
    }

    private static String kept(final Topic topic) {
        return switch (topic.keep()) {
            case LATEST -> "the latest of each key";
            case FOREVER -> "for ever";
            case MONTH -> "30 days";
            case WEEK -> "7 days";
        };
    }
}
