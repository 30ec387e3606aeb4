package io.millrace.api.http;

import io.javalin.http.Context;
import io.millrace.backbone.Business;
import io.millrace.backbone.Form;
import io.millrace.backbone.PageRows;
import io.millrace.schemas.Receipt;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who comes in, and what they may do here: every route of every business asks here, and nowhere else. Whoever may not is
 * refused by throwing, with 401 where nobody has proven who they are, and 403 where they may not. What goes by what a
 * page says is decided on the page, once it is as far as the caller wants it.
 */
public interface Door {

    /** Lets anybody do anything, and asks for no name. It won't do for a business that is private. */
    Door OPEN = new Door() {};

    /** Whether anybody may do anything, but at businesses that are private. */
    default boolean open() {
        return true;
    }

    /** Who asks, as far as that can be told at once, and not be made up: by the address, unless there is better. */
    default String client(final Context ctx) {
        return ctx.req().getRemoteAddr();
    }

    /** Before anything is looked at: who is nobody is told so, where that is not enough. */
    default void knock(final Context ctx, final Right right) {
        // everybody may
    }

    /** A command, understood but not handed in yet. */
    default Pass writer(
            final Context ctx,
            final Business business,
            final Form form,
            final String desk,
            final SpecificRecord command) {
        return Pass.NAMELESS;
    }

    /** Reads one of a desk's pages, or one row of it. */
    default Consumer<PageRows> reader(
            final Context ctx, final Business business, final String desk, final Sight sight) {
        return _ -> {};
    }

    /** Reads somebody's own page at a business, or follows what concerns them. */
    default void person(final Context ctx, final Business business, final String person) {
        // everybody may
    }

    /** Asks what became of a command to this desk. */
    default Consumer<Receipt> receipts(final Context ctx, final Business business, final String desk) {
        return _ -> {};
    }

    /** Follows what happens at a desk. Whom all that is told has to be about; null: anybody. */
    default @Nullable String watcher(final Context ctx, final Business business, final String desk) {
        return null;
    }

    /** Looks after what could not be handled, or doesn't add up; who it is, if that is known. */
    default @Nullable String keeper(final Context ctx, final Business business) {
        return null;
    }

    /** Whether they may look after it: for lists, which leave out what they may not see. */
    default boolean keeps(final Context ctx, final Business business) {
        try {
            keeper(ctx, business);
            return true;
        } catch (final RefusedException e) {
            return false;
        }
    }
}
