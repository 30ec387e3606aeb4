package io.millrace.api.people;

import io.javalin.http.Context;
import io.millrace.api.http.Door;
import io.millrace.api.http.Pass;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Right;
import io.millrace.api.http.Sight;
import io.millrace.api.http.Visitor;
import io.millrace.backbone.Access;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.Subject;
import io.millrace.people.Roles;
import io.millrace.schemas.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Lets in whom a business says, by role or for what is their own; those that are private have a stricter door. */
final class SecuredDoor implements Door {

    private final WhoAsks who;
    private final GuardedDoor guarded;

    SecuredDoor(final WhoAsks who) {
        this.who = who;
        this.guarded = new GuardedDoor(who);
    }

    @Override
    public boolean open() {
        return false;
    }

    /** Many may sit behind one address. */
    @Override
    public String client(final Context ctx) {
        return who.session(ctx).map(Session::person).orElseGet(() -> ctx.req().getRemoteAddr());
    }

    @Override
    public void knock(final Context ctx, final Right right) {
        if (right.signIn()) {
            final Visitor visitor = who.proven(ctx);
            if (right.equals(Right.ADMIN) && !Roles.admin(visitor.roles())) {
                throw new RefusedException(403, "FORBIDDEN", "This is for admins.");
            }
        }
    }

    @Override
    public Pass writer(
            final Context ctx,
            final Business business,
            final Form form,
            final String desk,
            final SpecificRecord command) {
        if (business.privacy() != null) {
            return guarded.writer(ctx, business, form, desk, command);
        }
        final Access access = form.accessTo(command);
        if (access.anybody()) {
            return Pass.NAMELESS;
        }
        final Visitor visitor = who.proven(ctx);
        final List<String> own = new ArrayList<>();
        for (final Access.Grant grant : access.grants()) {
            final String self = grant.self();
            if (has(visitor, business, desk, grant)) {
                if (self == null || Subject.names(command, self, visitor.id())) {
                    return Pass.of(visitor);
                }
                if (command.getSchema().getField(self) == null) {
                    own.add(self);
                }
            }
        }
        if (own.isEmpty()) {
            throw forbidden(business, desk, access);
        }
        return new Pass(visitor.id(), List.copyOf(own));
    }

    @Override
    public Consumer<PageRows> reader(final Context ctx, final Business business, final String desk, final Sight sight) {
        if (business.privacy() != null) {
            return guarded.reader(ctx, business, desk, sight);
        }
        final Access access = sight.access();
        if (access.anybody()) {
            return _ -> {};
        }
        final Visitor visitor = who.proven(ctx);
        final List<String> own = new ArrayList<>();
        for (final Access.Grant grant : access.grants()) {
            final String self = grant.self();
            if (has(visitor, business, desk, grant)) {
                if (self == null
                        || self.equals(business.deskWord()) && desk.equals(visitor.id())
                        || visitor.id().equals(sight.query().get(self))) {
                    return _ -> {};
                }
                own.add(self);
            }
        }
        final Shelf<?> shelf = sight.shelf();
        final String id = sight.id();
        if (own.isEmpty() || shelf == null || id == null) {
            throw forbidden(business, desk, access);
        }
        return rows -> row(rows, shelf, id)
                .filter(row -> own.stream().noneMatch(it -> Subject.names(row, it, visitor.id())))
                .ifPresent(_ -> {
                    throw forbidden(business, desk, access);
                });
    }

    @Override
    public void person(final Context ctx, final Business business, final String person) {
        if (!who.proven(ctx).id().equals(person)) {
            throw new RefusedException(403, "NOT_YOURS", "The page of " + person + " is for nobody else.");
        }
    }

    /** What was sent without a name can be asked after without one: whoever knows its key has sent it. */
    @Override
    public Consumer<Receipt> receipts(final Context ctx, final Business business, final String desk) {
        if (business.privacy() != null) {
            return guarded.receipts(ctx, business, desk);
        }
        return receipt -> {
            final String actor = receipt.getActor();
            if (actor != null && !who.proven(ctx).id().equals(actor)) {
                throw new RefusedException(403, "NOT_YOURS", "This receipt is for whoever sent the command.");
            }
        };
    }

    /** Who works there is told everything; anybody else, what names them. */
    @Override
    public @Nullable String watcher(final Context ctx, final Business business, final String desk) {
        final Visitor visitor = who.proven(ctx);
        final boolean works = business.privacy() == null
                && business.staff().grants().stream().anyMatch(it -> has(visitor, business, desk, it));
        return works ? null : visitor.id();
    }

    @Override
    public @Nullable String keeper(final Context ctx, final Business business) {
        final Visitor visitor = who.proven(ctx);
        if (!Roles.admin(visitor.roles())) {
            throw new RefusedException(403, "FORBIDDEN", "Only an admin looks after what could not be handled.");
        }
        return visitor.id();
    }

    private static boolean has(
            final Visitor visitor, final Business business, final String desk, final Access.Grant grant) {
        final String role = grant.role();
        return role == null || Roles.allow(visitor.roles(), business.name(), desk, role);
    }

    private static <T extends SpecificRecord> Optional<SpecificRecord> row(
            final PageRows rows, final Shelf<T> shelf, final String id) {
        return rows.find(shelf, id).map(Held::value);
    }

    private static RefusedException forbidden(final Business business, final String desk, final Access access) {
        return new RefusedException(
                403, "FORBIDDEN", "At " + business.name() + "/" + desk + " this is for: " + access.words() + ".");
    }
}
