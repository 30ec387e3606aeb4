package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** The café's pages, as those who use them do. */
@Browsing
class CafePagesTest {

    private final Caller caller;
    private final People people;

    CafePagesTest(final Caller caller, final People people) {
        this.caller = caller;
        this.people = people;
    }

    @Test
    void shouldFollowAnOrderFromTheKioskToItsCustomerInThreeBrowsers() {
        register("three", "latte", "Latte", 9);
        final Visitor barista = people.come("en", 1280).open("/ui/cafe/shops/three/barista");
        final Visitor kiosk = people.come("en", 1280).open("/ui/cafe/shops/three/kiosk");
        final Visitor customer = people.come("en", 390).open("/ui/cafe/customers/Mina");
        kiosk.find("[data-item=latte]").click();
        kiosk.find("[data-item=latte]").click();
        kiosk.fill("Your name", "Mina");
        kiosk.press("Place the order");

        barista.sees(barista.part("To be paid"), "Latte");
        kiosk.sees("[data-item=latte]", "7 left");
        kiosk.press("Pay ₩9,000");

        barista.sees(barista.part("To be made"), "Mina");
        customer.sees("[data-order='three/1']", "Making");
        barista.press("Order 1 is done");

        customer.sees(customer.part("Past orders"), "Ready");
        customer.sees(customer.part("Messages"), "주문하신 음료가 준비되었습니다.");
        kiosk.sees("[data-test=placed]", "Ready");
        barista.sees(barista.part("Done lately"), "Mina");
    }

    @Test
    void shouldSayInWordsWhyAnOrderIsRefusedAndKeepTheBasket() {
        register("scarce", "latte", "Latte", 2);
        final Visitor first = people.come("ko", 1280).open("/ui/cafe/shops/scarce/kiosk");
        final Visitor second = people.come("ko", 1280).open("/ui/cafe/shops/scarce/kiosk");
        first.find("[data-item=latte]").click();
        first.find("[data-item=latte]").click();
        assertThat(first.find("[data-item=latte]")).isDisabled();
        second.find("[data-item=latte]").click();
        second.press("주문하기");
        second.sees("[data-test=placed]", "주문 1");

        first.press("주문하기");

        first.isRefused("남은 수량: 1");
        first.sees(first.part("장바구니"), "Latte");
    }

    @Test
    void shouldLetTheOwnerRunTheShop() {
        final Visitor owner = people.come("en", 1280).open("/ui/cafe/shops/mine/owner");
        final Visitor kiosk = people.come("en", 1280).open("/ui/cafe/shops/mine/kiosk");
        owner.fill("Item code", "tea");
        owner.fill("Name", "Earl Grey");
        owner.fill("Price", "4000");
        owner.fill("Stock", "3");
        owner.press("Register");
        kiosk.sees("[data-item=tea]", "3 left");
        owner.press("Restock Earl Grey +10");
        kiosk.sees("[data-item=tea]", "13 left");

        owner.press("Change Earl Grey");
        owner.find("dialog").getByLabel("Price").fill("5000");
        owner.press("Save");
        kiosk.sees("[data-item=tea]", "₩5,000");
        owner.press("By a rider");
        owner.sees("main", "What is made waits for a rider.");

        owner.press("Change Earl Grey");
        owner.press("Take off the menu");
        owner.sees("main", "Register the first item.");
        kiosk.sees("main", "There is no menu yet.");
    }

    @Test
    void shouldTakeADeliveryToTheDoor() {
        register("door", "latte", "Latte", 5);
        caller.put("/cafe/shops/door", "{'dispatch':'RIDER'}");
        caller.post(
                "/cafe/shops/door/orders",
                "{'customer':'Jun','type':'DELIVERY','lines':[{'item':'latte','quantity':1}]}");
        caller.patch("/cafe/shops/door/payments/1", "{'status':'APPROVED'}");
        caller.patch("/cafe/shops/door/productions/1", "{'status':'COMPLETED'}");
        final Visitor rider = people.come("en", 390).open("/ui/cafe/shops/door/delivery");
        rider.press("Order 1: Start the delivery");
        rider.sees(rider.part("On the way"), "Jun");
        rider.press("Order 1: Delivered");
        rider.sees(rider.part("Arrived"), "Jun");
        final Visitor owner = people.come("en", 1280).open("/ui/cafe/shops/door/owner");
        owner.sees(owner.part("Sales").first(), "₩4,500");
    }

    private void register(final String shop, final String item, final String name, final int stock) {
        caller.post(
                "/cafe/shops/" + shop + "/menu",
                "{'item':'%s','name':'%s','price':4500,'stock':%d}".formatted(item, name, stock));
    }
}
