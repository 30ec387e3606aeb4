package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.cafe.Cafe;
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
import io.millrace.testkit.Laws;
import io.millrace.testkit.Laws.Sent;
import java.util.List;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Desks that break a law each, and the laws that must notice. A law that no saboteur fails proves nothing. */
class SaboteurTest {

    private static final Shelf<Item> ITEMS = Shelf.named("menu", Item.class, Item::getItem);

    private static final List<Sent> LIFE = List.of(
            new Sent("gangnam", new RegisterItem("latte", "Latte", 4500L, 10L)),
            new Sent("gangnam", new RestockItem("latte", 5L)),
            new Sent("gangnam", new RestockItem("tea", 5L)),
            new Sent("gangnam", new RestockItem("latte", 1L)));

    /** A small honest desk; a saboteur changes one thing about it. */
    private static class Desk implements Rules<CafeCommand, CafeEvent> {

        @Override
        public Ruling<CafeCommand, CafeEvent> rule(final CafeCommand command, final Books books, final Moment moment) {
            return switch (command) {
                case RegisterItem c ->
                    Ruling.accept(new ItemRegistered(c.getItem(), c.getName(), c.getPrice(), c.getStock()));
                case RestockItem c
                when books.find(ITEMS, c.getItem()).isPresent() ->
                    Ruling.accept(new ItemRestocked(c.getItem(), c.getQuantity()));
                default -> Ruling.refuse(Refusal.unknown("no"));
            };
        }

        @Override
        public void fold(final CafeEvent event, final Rows rows, final Moment moment) {
            switch (event) {
                case ItemRegistered e ->
                    rows.put(ITEMS, new Item(e.getItem(), e.getName(), e.getPrice(), e.getStock(), moment.now()));
                case ItemRestocked e -> rows.change(ITEMS, e.getItem(), item -> more(item, e.getQuantity()));
                default -> throw new IllegalStateException("not of this desk: " + event);
            }
        }

        static Item more(final Item item, final long quantity) {
            return new Item(
                    item.getItem(), item.getName(), item.getPrice(), item.getStock() + quantity, item.getUpdatedAt());
        }
    }

    private static Business of(final Rules<CafeCommand, CafeEvent> rules) {
        return Business.named("cafe")
                .input("menu", MenuCommand.class, "owner")
                .says(CafeAlarm.class, CafeJournal.class, CafeReceipt.class)
                .rules(rules)
                .house(
                        Shelf.single("house", House.class),
                        moment -> new House(null, Dispatch.AUTO, "PT1M", moment.now()))
                .keeps(ITEMS)
                .declare();
    }

    @Test
    void shouldLetHonestDesksPass() {
        for (final Business honest : List.of(Cafe.BUSINESS, of(new Desk()))) {
            for (final BiConsumer<Business, List<Sent>> law : List.<BiConsumer<Business, List<Sent>>>of(
                    Laws::sameCommandTwiceHasOneEffectAndOneReceipt,
                    Laws::anotherCommandUnderTheSameIdIsRefused,
                    Laws::journalHasNoGaps,
                    Laws::refusedCommandsChangeNothing,
                    Laws::journalAloneMakesTheSameBooks,
                    Laws::journalFoldedTwiceMakesTheSamePages,
                    Laws::pagesShowTheBooksButWhatIsForRules)) {
                assertThatCode(() -> law.accept(honest, LIFE)).doesNotThrowAnyException();
            }
        }
    }

    /** It decides by how often it was asked, not by what is on the books. */
    @Test
    void shouldCatchAFoldThatKnowsMoreThanTheJournalSays() {
        final Business secretive = of(new Desk() {
            private long secret;

            @Override
            public void fold(final CafeEvent event, final Rows rows, final Moment moment) {
                super.fold(event, rows, moment);
                if (event instanceof ItemRestocked e) {
                    final long more = ++secret;
                    rows.change(ITEMS, e.getItem(), item -> more(item, more));
                }
            }
        });
        caught(() -> Laws.journalAloneMakesTheSameBooks(secretive, LIFE));
        caught(() -> Laws.journalFoldedTwiceMakesTheSamePages(secretive, LIFE));
        caught(() -> Laws.pagesShowTheBooksButWhatIsForRules(secretive, LIFE));
    }

    /** It puts a row anew that should change, so a second fold starts over from nothing. */
    @Test
    void shouldCatchABookThatIsNotMadeOfEvents() {
        final Business writing = of(new Desk() {
            @Override
            public Ruling<CafeCommand, CafeEvent> rule(
                    final CafeCommand command, final Books books, final Moment moment) {
                if (command instanceof RestockItem c && books instanceof Rows rows) {
                    rows.change(ITEMS, c.getItem(), item -> more(item, 1));
                }
                return super.rule(command, books, moment);
            }
        });
        caught(() -> Laws.journalAloneMakesTheSameBooks(writing, LIFE));
    }

    /** It says no, but not always: a desk that can't be trusted to refuse. */
    @Test
    void shouldCatchALifeWithoutARefusal() {
        final Business obliging = of(new Desk() {
            @Override
            public Ruling<CafeCommand, CafeEvent> rule(
                    final CafeCommand command, final Books books, final Moment moment) {
                return command instanceof RestockItem ? Ruling.accept() : super.rule(command, books, moment);
            }
        });
        caught(() -> Laws.refusedCommandsChangeNothing(obliging, LIFE));
    }

    @Test
    void shouldCatchALifeInWhichNothingHappens() {
        caught(() -> Laws.journalHasNoGaps(Cafe.BUSINESS, List.of()));
    }

    /** Every command under the same id: the second one is another command, and has no receipt of its own. */
    @Test
    void shouldCatchADeskThatForgetsReceipts() {
        final Business forgetful = of(new Desk());
        caught(() -> Laws.sameCommandTwiceHasOneEffectAndOneReceipt(forgetful, LIFE, Laws.Memory.LOST));
    }

    private static void caught(final ThrowingCallable law) {
        assertThatThrownBy(law).isInstanceOf(AssertionError.class);
    }
}
