package io.millrace.api.events;

import io.javalin.http.Context;
import io.millrace.api.http.Door;
import io.millrace.api.http.HttpProblem;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Requests;
import io.millrace.api.json.MalformedException;
import io.millrace.backbone.Business;
import io.millrace.backbone.Checks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** What a request wants to listen to, and whether it may. */
final class Watches {

    private final List<Business> businesses;
    private final int partitions;
    private final Door door;

    Watches(final List<Business> businesses, final int partitions, final Door door) {
        this.businesses = businesses;
        this.partitions = partitions;
        this.door = door;
    }

    /** Every partition of every journal. */
    List<TopicPartition> all() {
        return partitions(businesses);
    }

    Watch of(final Context ctx) {
        final Map<String, String> query = Requests.query(ctx, Set.of("business", "desk", "person"));
        final String name = query.get("business");
        final List<Business> of = name == null
                ? businesses
                : businesses.stream().filter(it -> it.name().equals(name)).toList();
        if (of.isEmpty()) {
            throw new RefusedException(HttpProblem.notFound());
        }
        final String desk = query.get("desk");
        final String person = query.get("person");
        if (desk == null == (person == null)) {
            throw new MalformedException(
                    desk == null ? "desk" : "person",
                    desk == null ? "is missing, and so is person: say either" : "is given with a desk: say either");
        }
        if (person != null) {
            Requests.checked(person, "person", Checks.named("person"));
            return person(ctx, name == null ? open(ctx, of, person) : of, person);
        }
        if (name == null || desk == null) {
            throw new MalformedException("business", "is missing: say whose desk it is");
        }
        final Business business = of.getFirst();
        Requests.checked(desk, "desk", Checks.named(business.deskIs()));
        return new Watch(of, desk, null, door.watcher(ctx, business, desk), List.of(partition(business, desk)));
    }

    private Watch person(final Context ctx, final List<Business> of, final String person) {
        of.forEach(business -> door.person(ctx, business, person));
        return new Watch(of, null, person, null, partitions(of));
    }

    /** Who asks for everything gets all that is not kept from them. */
    private List<Business> open(final Context ctx, final List<Business> of, final String person) {
        final List<Business> open = of.stream()
                .filter(business -> {
                    try {
                        door.person(ctx, business, person);
                        return true;
                    } catch (final RefusedException e) {
                        return false;
                    }
                })
                .toList();
        if (open.isEmpty()) {
            door.person(ctx, of.getFirst(), person);
        }
        return open;
    }

    private List<TopicPartition> partitions(final List<Business> of) {
        return of.stream()
                .map(business -> business.topic("journal"))
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(it -> new TopicPartition(topic, it)))
                .toList();
    }

    private TopicPartition partition(final Business business, final String desk) {
        return new TopicPartition(
                business.topic("journal"),
                BuiltInPartitioner.partitionForKey(desk.getBytes(StandardCharsets.UTF_8), partitions));
    }
}
