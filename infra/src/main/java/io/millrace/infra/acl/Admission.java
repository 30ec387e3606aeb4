package io.millrace.infra.acl;

import io.millrace.backbone.Business;
import io.millrace.backbone.topics.Catalogue;
import io.millrace.infra.broker.Guard;
import io.millrace.infra.broker.OwnTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets into our own Kafka who may come in, and lets them do what the catalogue says: those of the file, the instance
 * itself and the registry, and nobody else. What was allowed before and isn't any more is taken back.
 */
public final class Admission {

    /** As whom an instance signs in: it is façade, backbone and notifier. */
    public static final String INSTANCE = "millrace";

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int TURNS = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String bootstrap;
    private final List<Business> businesses;
    private final Map<String, String> passwords;

    private Admission(final String bootstrap, final List<Business> businesses, final Users users) {
        this.bootstrap = bootstrap;
        this.businesses = businesses;
        this.passwords = new HashMap<>(users.passwords());
        // nobody but this process needs these, so that they hold as long as it runs
        passwords.put(INSTANCE, Guard.secret());
        passwords.put(Acls.REGISTRY, Guard.secret());
    }

    /** Done when everybody can sign in. */
    public static Admission open(
            final String bootstrap, final Guard guard, final List<Business> businesses, final Users users) {
        final Admission admission = new Admission(bootstrap, businesses, users);
        try (Admin admin = Admin.create(admission.reaching(guard.node()))) {
            OwnTopics.keepShort(admin);
            admission.giveNames(admin);
            final Set<AclBinding> wanted = admission.wanted();
            admission.allow(admin, wanted);
            admission.awaitSignIn();
            LOG.info("kafka guarded, users={}, acls={}", admission.passwords.keySet(), wanted.size());
            return admission;
        } catch (final ExecutionException e) {
            throw new IllegalStateException("our own Kafka could not be guarded: " + e.getCause(), e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while our own Kafka was guarded", e);
        }
    }

    /** How that user signs in. */
    public Map<String, String> client(final String user) {
        return Guard.client(user, passwords.getOrDefault(user, ""));
    }

    private void giveNames(final Admin admin) throws ExecutionException, InterruptedException {
        final List<UserScramCredentialAlteration> changes = new ArrayList<>();
        for (final String name :
                admin.describeUserScramCredentials().all().get().keySet()) {
            if (!passwords.containsKey(name)) {
                changes.add(new UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512));
            }
        }
        passwords.forEach((name, password) -> changes.add(new UserScramCredentialUpsertion(
                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, TURNS), password)));
        admin.alterUserScramCredentials(changes).all().get();
    }

    private Set<AclBinding> wanted() {
        final Set<AclBinding> wanted = new HashSet<>();
        for (final String role : List.of(Catalogue.FACADE, Catalogue.BACKBONE, Catalogue.NOTIFIER)) {
            wanted.addAll(Acls.of(businesses, role, INSTANCE));
        }
        passwords.keySet().forEach(role -> wanted.addAll(Acls.of(businesses, role, role)));
        return wanted;
    }

    private void allow(final Admin admin, final Set<AclBinding> wanted)
            throws ExecutionException, InterruptedException {
        final Collection<AclBinding> there =
                admin.describeAcls(AclBindingFilter.ANY).values().get();
        admin.deleteAcls(there.stream()
                        .filter(it -> !wanted.contains(it))
                        .map(AclBinding::toFilter)
                        .toList())
                .all()
                .get();
        admin.createAcls(wanted.stream().filter(it -> !there.contains(it)).toList())
                .all()
                .get();
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get())
                .equals(wanted)) {
            again(deadline);
        }
    }

    /** What was written to the log reaches the broker a moment later. */
    private void awaitSignIn() throws ExecutionException, InterruptedException {
        final long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (final String user : passwords.keySet()) {
            while (!signsIn(user)) {
                again(deadline);
            }
        }
    }

    private boolean signsIn(final String user) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(reaching(client(user)))) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof SaslAuthenticationException) {
                return false;
            }
            throw e;
        }
    }

    private static void again(final long deadline) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("our own Kafka doesn't know who may do what after " + PATIENCE);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    private Map<String, Object> reaching(final Map<String, String> client) {
        final Map<String, Object> all = new HashMap<>(client);
        all.put("bootstrap.servers", bootstrap);
        return all;
    }
}
