package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.Businesses;
import io.millrace.cafe.Cafe;
import io.millrace.cafe.ShopBooks;
import io.millrace.schemas.cafe.CafeAlarm;
import io.millrace.schemas.cafe.CafeJournal;
import io.millrace.schemas.cafe.CafeReceipt;
import io.millrace.schemas.cafe.CancelOrder;
import io.millrace.schemas.cafe.Item;
import io.millrace.schemas.cafe.MenuCommand;
import io.millrace.schemas.cafe.Order;
import io.millrace.schemas.cafe.RestockItem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a declaration gets wrong is told before anything starts, and how to mend it. */
class MistakesTest {

    private static BusinessDeclaration cafe() {
        return named("cafe");
    }

    private static BusinessDeclaration named(final String name) {
        return Business.named(name)
                .input("menu", MenuCommand.class, "owner")
                .says(CafeAlarm.class, CafeJournal.class, CafeReceipt.class)
                .rules(Cafe.BUSINESS.rules())
                .house(ShopBooks.HOUSE, _ -> {
                    throw new IllegalStateException("nobody asks");
                })
                .keeps(ShopBooks.ITEMS);
    }

    @Test
    void shouldFindNoneInOurOwn() {
        assertThat(Businesses.ALL).allSatisfy(it -> assertThat(Mistakes.in(it)).isEmpty());
    }

    /** Else they are told that a list is for them, too, and find no way to ask for what is theirs. */
    @Test
    void shouldFindAFilterForEverybodyWhoSeesOnlyTheirOwn() {
        for (final Business business : Businesses.ALL) {
            for (final Listing<?> listing : business.listings()) {
                final Access access = listing.access();
                assertThat(
                                access == null
                                        ? Stream.empty()
                                        : access.grants().stream().map(Access.Grant::self))
                        .as("filters of %s of %s", listing.path(), business.name())
                        .filteredOn(self -> self != null && !self.equals(business.deskWord()))
                        .isSubsetOf(listing.filters().keySet());
            }
        }
    }

    @Test
    void shouldTellOfAShelfThatIsShownAndNotKept() {
        refused(cafe().listings(Listing.of("orders", ShopBooks.ORDERS)), "The listing orders shows the shelf orders");
        refused(
                cafe().personals(Personal.of("customers", "customer")
                        .track("orders", ShopBooks.ORDERS, Order::getCustomer)),
                "keeps(...)");
    }

    @Test
    void shouldTellOfAShelfThatIsShownAndForRules() {
        refused(
                cafe().keeps(ShopBooks.OPEN).listings(Listing.of("open", ShopBooks.OPEN)),
                "The listing open shows the shelf open, which is for rules");
    }

    @Test
    void shouldTellOfTwoShelvesOfOneName() {
        refused(cafe().keeps(Shelf.named("menu", Item.class, Item::getName)), "Two shelves are called menu");
    }

    @Test
    void shouldTellOfAFormThatFillsInWhatItsCommandDoesNotHave() {
        refused(
                cafe().forms(Form.make("menu/{items}/restocks", RestockItem.class)),
                "menu/{items}/restocks fills in {items}, and RestockItem has no field of that name");
    }

    @Test
    void shouldTellOfAFormForSomebodyWhomNothingNames() {
        refused(
                cafe().forms(Form.make("menu/{item}/restocks", RestockItem.class)
                        .by(Access.by("owner").orThe("customer"))),
                "menu/{item}/restocks is for the customer, whom neither RestockItem names nor");
        refused(
                cafe().listings(Listing.of("menu", ShopBooks.ITEMS))
                        .forms(Form.make("menu/{item}/restocks", RestockItem.class)
                                .by(Access.byThe("customer"))),
                "is for the customer");
    }

    @Test
    void shouldTellOfANameThatCannotStandInAToken() {
        assertThatThrownBy(named("Café")::declare).hasMessageContaining("small letters and digits");
    }

    @Test
    void shouldTellOfAFormThatLeadsNowhere() {
        refused(cafe().forms(Form.step("orders/{number}")), "leads to no command");
        refused(
                cafe().forms(Form.step("orders/{number}").to("CANCELED", CancelOrder.class)),
                "sends CancelOrder, which no input takes");
    }

    /** All of them compile; a union that has forgotten one does, too. */
    @Test
    void shouldTellOfACommandThatNothingCarries() {
        refused(
                cafe().forms(Form.make("menu/{item}/restocks", RestockItem.class)),
                "Nothing carries PlaceOrder: add it to the payload of an envelope, an input's or CafeAlarm");
    }

    private static void refused(final BusinessDeclaration declaration, final String because) {
        assertThatThrownBy(declaration::declare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cafe can't be declared like that")
                .hasMessageContaining(because);
    }
}
