package io.millrace.api.people;

import io.javalin.http.Context;
import io.millrace.api.http.Door;
import io.millrace.api.http.Pass;
import io.millrace.api.http.RefusedException;
import io.millrace.api.http.Sight;
import io.millrace.api.http.Visitor;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.Held;
import io.millrace.backbone.PageRows;
import io.millrace.backbone.Privacy;
import io.millrace.backbone.Shelf;
import io.millrace.people.Roles;
import io.millrace.schemas.Receipt;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Lets anybody do anything, but for businesses that are private: there, only whom it concerns. */
final class GuardedDoor implements Door {

    private static final String THE = "the";

    private final WhoAsks who;

    GuardedDoor(final WhoAsks who) {
        this.who = who;
    }

    @Override
    public Pass writer(
            final Context ctx,
            final Business business,
            final Form form,
            final String desk,
            final SpecificRecord command) {
        final Privacy privacy = business.privacy();
        if (privacy == null) {
            // nobody has to say who they are, but whoever is signed in is known
            return who.holder(ctx).map(it -> Pass.of(it.visitor())).orElse(Pass.NAMELESS);
        }
        return Pass.of(privacy.asking().contains(command.getClass()) ? who.proven(ctx) : who.confirmed(ctx));
    }

    @Override
    public Consumer<PageRows> reader(final Context ctx, final Business business, final String desk, final Sight sight) {
        final Privacy privacy = business.privacy();
        if (privacy == null) {
            return _ -> {};
        }
        final Visitor visitor = who.proven(ctx);
        return rows -> owner(privacy, privacy.shelf(), rows)
                .filter(owner -> !owner.equals(visitor.id()))
                .ifPresent(_ -> {
                    throw notYours(business.deskWord() + " " + desk);
                });
    }

    @Override
    public void person(final Context ctx, final Business business, final String person) {
        if (business.privacy() != null && !who.proven(ctx).id().equals(person)) {
            throw notYours("page of " + person);
        }
    }

    @Override
    public Consumer<Receipt> receipts(final Context ctx, final Business business, final String desk) {
        if (business.privacy() == null) {
            return _ -> {};
        }
        final Visitor visitor = who.proven(ctx);
        return receipt -> {
            if (!visitor.id().equals(receipt.getActor())) {
                throw notYours("receipt");
            }
        };
    }

    /** Whose the desk is may change while somebody follows it; so they are told what names them, and nothing else. */
    @Override
    public @Nullable String watcher(final Context ctx, final Business business, final String desk) {
        return business.privacy() == null ? null : who.proven(ctx).id();
    }

    @Override
    public @Nullable String keeper(final Context ctx, final Business business) {
        if (business.privacy() == null) {
            return null;
        }
        final Visitor visitor = who.proven(ctx);
        if (!Roles.admin(visitor.roles())) {
            throw new RefusedException(
                    403, "FORBIDDEN", "Only an admin looks after what is private at the " + business.name() + ".");
        }
        return visitor.id();
    }

    private static <T extends SpecificRecord> Optional<String> owner(
            final Privacy privacy, final Shelf<T> shelf, final PageRows rows) {
        return rows.find(shelf, THE).map(Held::value).map(privacy.owner());
    }

    private static RefusedException notYours(final String what) {
        return new RefusedException(403, "NOT_YOURS", "This " + what + " belongs to somebody else.");
    }
}
