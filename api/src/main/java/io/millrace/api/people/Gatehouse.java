package io.millrace.api.people;

import io.javalin.config.RoutesConfig;
import io.millrace.api.command.Commands;
import io.millrace.api.http.CommandMeters;
import io.millrace.api.http.Door;
import io.millrace.api.page.Answered;
import io.millrace.api.page.Patience;
import io.millrace.api.topic.WholeTopics;
import io.millrace.people.People;
import io.millrace.schemas.wire.AvroCodec;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;

/** Everything behind the door, put together: who knows the people, checks passwords, and keeps credentials. */
public final class Gatehouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gatehouse.class);
    private static final String CREDENTIALS = People.BUSINESS.topic("credentials");
    private static final int REGISTRATIONS_WAITING = 64;

    /** What it is built on. */
    public record Parts(
            Patience patience,
            Commands commands,
            CommandMeters meters,
            Answered answered,
            KafkaOperations<byte[], byte[]> kafka,
            Consumer<byte[], byte[]> consumer,
            AvroCodec codec,
            InstantSource clock) {}

    private final HeavyWork signing;
    private final HeavyWork registering;
    private final WholeTopics reader;
    private final Registrar registrar;
    private final Appointment appointment;
    private final Door door;
    private final PeopleRoutes routes;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("credentials-sweep").factory());

    public Gatehouse(final PeopleSettings settings, final Parts parts) {
        this.signing = new HeavyWork("sign-in", HeavyWork.threads(), settings.queue());
        this.registering = new HeavyWork("registration", 1, REGISTRATIONS_WAITING);
        final var credentials = new Credentials(CREDENTIALS, parts.kafka(), parts.codec());
        final var population = new Population(parts.codec(), parts.patience());
        this.reader = new WholeTopics(
                "people",
                parts.consumer(),
                record -> {
                    if (record.topic().equals(CREDENTIALS)) {
                        credentials.read(record.key(), record.value());
                    } else {
                        population.read(record.value());
                    }
                    parts.patience().lookAgain();
                },
                () -> {});
        final var passwords = new Passwords(settings.cost());
        final var signIn = new SignIn(population, credentials, passwords, signing, parts.clock());
        this.registrar = new Registrar(population, credentials, passwords, signIn, registering, parts.clock());
        final var sessions = new Sessions(settings.key().key(), settings.session(), parts.clock());
        final var who = new WhoAsks(signIn, sessions, population);
        final var deed = new Deed(parts.commands(), parts.meters(), parts.answered(), population);
        this.appointment = new Appointment(settings.admin(), population, registrar, signIn, deed);
        this.door = settings.secured() ? new SecuredDoor(who) : new GuardedDoor(who);
        this.routes = new PeopleRoutes(registrar, signIn, sessions, who, deed, population, parts.clock());
    }

    public Door door() {
        return door;
    }

    public void routes(final RoutesConfig config) {
        routes.add(config);
    }

    /** Returns when everyone is known. */
    public void start(final int partitions) {
        reader.start(Stream.of(CREDENTIALS, People.BUSINESS.topic("journal"))
                .flatMap(topic -> IntStream.range(0, partitions).mapToObj(it -> new TopicPartition(topic, it)))
                .toList());
        timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.HOURS);
    }

    /** Returns when there is somebody who may give roles, if somebody is to be. */
    public void appointAdmin() {
        appointment.appoint();
    }

    public boolean alive() {
        return reader.alive();
    }

    private void sweep() {
        try {
            registrar.sweep();
        } catch (final RuntimeException e) {
            LOG.warn("credentials could not be swept: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws Exception {
        timer.shutdownNow();
        reader.close();
        signing.close();
        registering.close();
    }
}
