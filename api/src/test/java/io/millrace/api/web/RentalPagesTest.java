package io.millrace.api.web;

import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** Rental's pages: an employee asks, a manager decides, the table adds up. */
@Browsing
class RentalPagesTest {

    private final People people;

    RentalPagesTest(final People people) {
        this.people = people;
    }

    @Test
    void shouldLendWhatAManagerApprovedAndTakeItBack() {
        final Visitor management = people.come("en", 1280).open("/ui/rental/depots/lend/mis");
        final Visitor manager = people.come("en", 1280).open("/ui/rental/depots/lend/approvals");
        final Visitor employee = people.come("en", 390).open("/ui/rental/depots/lend/catalogue");
        manager.press("By a manager");
        management.fill("Code", "drill");
        management.fill("Name", "Drill");
        management.fill("Stock", "1");
        management.press("Register");
        employee.fill("Employee", "Eun");
        employee.press("Ask for Drill");
        employee.sees("[data-equipment=drill]", "Awaiting approval");
        employee.press("Ask for Drill");
        employee.sees("[data-equipment=drill]", "Order 2");

        manager.press("Approve 1");
        manager.sees(manager.part("Decided"), "Eun");
        manager.press("Approve 2");
        manager.isRefused("Not enough left");
        manager.press("Reject 2");
        manager.sees("main", "Nobody waits.");
        employee.sees("[data-equipment=drill]", "0 on hand, 1 lent");
        management.sees(management.part("Totals per equipment"), "Drill");
        employee.open("/ui/rental/employees/Eun").press("Give it back");
        employee.sees("[data-order='lend/1']", "Returned");
        management.sees(management.part("Orders").first(), "Returned");
    }
}
