package io.millrace.backbone.page;

import io.millrace.backbone.Books;
import io.millrace.backbone.Business;
import io.millrace.backbone.Moment;
import io.millrace.backbone.Rows;
import io.millrace.backbone.Rules;
import io.millrace.backbone.Ruling;
import io.millrace.backbone.Shelf;
import io.millrace.schemas.cafe.CafeAlarm;
import io.millrace.schemas.cafe.CafeCommand;
import io.millrace.schemas.cafe.CafeEvent;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.CafeReceipt;
import io.millrace.schemas.cafe.Dispatch;
import io.millrace.schemas.cafe.House;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.ItemRegistered;
import io.millrace.schemas.cafe.ItemRestocked;
import io.millrace.schemas.cafe.MenuCommand;
import io.millrace.schemas.cafe.RegisterItem;
import io.millrace.schemas.cafe.RestockItem;

/** A small honest desk whose fold can't stand a restock of thirteen, once it is told so: in one row, or altogether. */
final class PoisonedDesk implements Rules<CafeCommand, CafeEvent> {

    static final long POISON = 13;
    static final Shelf<Item> ITEMS = Shelf.named("menu", Item.class, Item::getItem);

    enum Bad {
        NOTHING,
        ONE_ROW,
        ALL_OF_IT
    }

    private Bad bad = Bad.NOTHING;

    void is(final Bad now) {
        bad = now;
    }

    Business business() {
        return Business.named("cafe")
                .input("menu", MenuCommand.class, "owner")
                .says(CafeAlarm.class, CafeJournal.class, CafeReceipt.class)
                .rules(this)
                .house(
                        Shelf.single("house", House.class),
                        moment -> new House(null, Dispatch.AUTO, "PT1M", moment.now()))
                .keeps(ITEMS)
                .declare();
    }

    @Override
    public Ruling<CafeCommand, CafeEvent> rule(final CafeCommand command, final Books books, final Moment moment) {
        return switch (command) {
            case RegisterItem c ->
                Ruling.accept(new ItemRegistered(c.getItem(), c.getName(), c.getPrice(), c.getStock()));
            case RestockItem c -> Ruling.accept(new ItemRestocked(c.getItem(), c.getQuantity()));
            default -> throw new IllegalStateException("not of this desk: " + command);
        };
    }

    /** A restock counts for the item, and for all items together. The page side alone is poisoned. */
    @Override
    public void fold(final CafeEvent event, final Rows rows, final Moment moment) {
        final boolean page = rows instanceof Folding;
        switch (event) {
            case ItemRegistered e ->
                rows.put(ITEMS, new Item(e.getItem(), e.getName(), e.getPrice(), e.getStock(), moment.now()));
            case ItemRestocked e -> {
                final boolean poison = page && e.getQuantity() == POISON;
                if (poison && bad == Bad.ALL_OF_IT) {
                    throw new IllegalStateException("all of it");
                }
                rows.change(ITEMS, e.getItem(), item -> more(item, e.getQuantity(), poison && bad == Bad.ONE_ROW));
                rows.change(ITEMS, "all", item -> more(item, e.getQuantity(), false));
            }
            default -> throw new IllegalStateException("not of this desk: " + event);
        }
    }

    private static Item more(final Item item, final long quantity, final boolean poison) {
        if (poison) {
            throw new IllegalStateException("one row");
        }
        return new Item(
                item.getItem(), item.getName(), item.getPrice(), item.getStock() + quantity, item.getUpdatedAt());
    }
}
