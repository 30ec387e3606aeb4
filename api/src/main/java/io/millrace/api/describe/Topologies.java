package io.millrace.api.describe;

import io.millrace.api.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** How records flow through each application: as text for people, as a graph for pages. */
public final class Topologies {

    private static final String TOPIC = "topic";

    private Topologies() {}

    public static byte[] text(final Map<String, Topology> applications) {
        final StringBuilder text = new StringBuilder();
        applications.forEach((name, topology) ->
                text.append(name).append('\n').append(topology.describe()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] graph(final Map<String, Topology> applications) {
        final List<Object> all = new ArrayList<>();
        applications.forEach((name, topology) -> all.add(graph(name, topology.describe())));
        return Json.of(Tree.of("items", all));
    }

    private static Map<String, Object> graph(final String name, final TopologyDescription description) {
        final Map<String, Object> nodes = new LinkedHashMap<>();
        final List<Object> edges = new ArrayList<>();
        for (final TopologyDescription.Subtopology part : description.subtopologies()) {
            part.nodes().forEach(node -> {
                node(node, part.id(), nodes, edges);
                node.successors().forEach(next -> edges.add(edge(node.name(), next.name())));
            });
        }
        return Tree.of(
                "application", name,
                "business", name.substring(0, name.lastIndexOf('-')),
                "side", name.substring(name.lastIndexOf('-') + 1),
                "text", description.toString(),
                "nodes", nodes.values(),
                "edges", edges);
    }

    private static void node(
            final TopologyDescription.Node node,
            final int part,
            final Map<String, Object> nodes,
            final List<Object> edges) {
        switch (node) {
            case TopologyDescription.Source source -> {
                nodes.put(source.name(), Tree.of("id", source.name(), "kind", "source", "part", part));
                source.topicSet().forEach(topic -> {
                    topic(topic, nodes);
                    edges.add(edge(TOPIC + ":" + topic, source.name()));
                });
            }
            case TopologyDescription.Sink sink -> {
                nodes.put(sink.name(), Tree.of("id", sink.name(), "kind", "sink", "part", part));
                topic(sink.topic(), nodes);
                edges.add(edge(sink.name(), TOPIC + ":" + sink.topic()));
            }
            case TopologyDescription.Processor processor ->
                nodes.put(
                        processor.name(),
                        Tree.of(
                                "id",
                                processor.name(),
                                "kind",
                                "processor",
                                "part",
                                part,
                                "stores",
                                processor.stores()));
            default -> nodes.put(node.name(), Tree.of("id", node.name(), "kind", "node", "part", part));
        }
    }

    private static void topic(final String topic, final Map<String, Object> nodes) {
        nodes.putIfAbsent(TOPIC + ":" + topic, Tree.of("id", TOPIC + ":" + topic, "kind", TOPIC, "label", topic));
    }

    private static Map<String, Object> edge(final String from, final String to) {
        return Tree.of("from", from, "to", to);
    }
}
