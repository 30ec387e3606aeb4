package io.millrace.api.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.web.InBrowser.People;
import org.junit.jupiter.api.Test;

/** The bank's pages: who one is, what one has, and money that goes where it was sent. */
@Browsing
class BankPagesTest {

    private static final String PASSWORD = "correct horse";

    private final People people;

    BankPagesTest(final Caller caller, final People people) {
        this.people = people;
        assumeThat(caller.get("/openapi.json").text()).as("the bank is open").contains("\"/bank/requests\"");
    }

    @Test
    void shouldOpenAccountsMoveMoneyAndShowWhereItWent() {
        final Visitor kim = people.come("en", 1280);
        openAccounts(kim, "page-kim");
        send(kim, "page-kim");
        kim.sees(kim.part("History"), "page-kim-2");

        kim.fill("To account", "page-nowhere");
        kim.fill("Amount to send", "500");
        kim.press("Send");
        confirm(kim, PASSWORD);
        kim.sees("[data-test=transfer]", "Came back");
        kim.sees("[data-test=balance]", "₩70,000");
        assertThat(EveryPageTest.judged(kim)).isEmpty();
    }

    @Test
    void shouldRefuseInWordsAndForgetWhoSignedOut() {
        final Visitor lee = people.come("ko", 390).open("/ui/bank/customers/page-lee");
        lee.press("가입");
        lee.fill("아이디", "page-lee");
        lee.fill("이름", "Lee");
        lee.fill("비밀번호", PASSWORD);
        lee.press("가입하고 들어가기");
        lee.find("[data-test=all]").waitFor();
        assertThat(EveryPageTest.judged(lee)).isEmpty();
        lee.fill("계좌", "page-3");
        lee.press("개설");
        lee.find("dialog input[type=password]").fill("wrong password");
        lee.press("확인");
        lee.isRefused("아이디나 비밀번호가 맞지 않습니다.");
        lee.find("dialog input[type=password]").fill(PASSWORD);
        lee.press("확인");
        lee.find("[data-account=page-3]").click();
        lee.press("출금");
        lee.fill("금액", "1");
        lee.press("계속");
        lee.find("dialog input[type=password]").fill(PASSWORD);
        lee.press("확인");
        lee.isRefused("잔액이 부족합니다.");
        lee.press("닫기");

        lee.open("/ui/bank/customers/page-lee");
        lee.sees(lee.part("마지막 요청"), "거절됨");
        lee.press("로그아웃");
        assertThat(lee.button("들어가기")).isVisible();
        assertThat(lee.find("[data-account]")).hasCount(0);
    }

    /** Somebody new, with a hundred thousand in one account and nothing in another. */
    static void openAccounts(final Visitor visitor, final String id) {
        visitor.open("/ui/bank/customers/" + id);
        register(visitor, id);
        open(visitor, id + "-1", "100000");
        open(visitor, id + "-2", "0");
        visitor.sees("[data-test=all]", "₩100,000");
    }

    /** Thirty thousand from their first account to their second. */
    static void send(final Visitor visitor, final String id) {
        visitor.find("[data-account=" + id + "-1]").click();
        visitor.sees("[data-test=balance]", "₩100,000");
        visitor.fill("To account", id + "-2");
        visitor.fill("Amount to send", "30000");
        visitor.press("Send");
        confirm(visitor, PASSWORD);
        visitor.sees("[data-test=transfer]", "Arrived");
        visitor.sees("[data-test=balance]", "₩70,000");
    }

    private static void register(final Visitor visitor, final String id) {
        visitor.press("Register");
        visitor.fill("Id", id);
        visitor.fill("Name", "Kim");
        visitor.fill("Password", PASSWORD);
        visitor.press("Register and enter");
    }

    private static void open(final Visitor visitor, final String account, final String amount) {
        visitor.find("main").getByLabel("Account").last().fill(account);
        visitor.fill("First deposit", amount);
        visitor.press("Open it");
        confirm(visitor, PASSWORD);
        visitor.find("[data-account=" + account + "]").waitFor();
    }

    private static void confirm(final Visitor visitor, final String password) {
        visitor.find("dialog input[type=password]").fill(password);
        visitor.press("Confirm");
        assertThat(visitor.find("dialog")).hasCount(0);
    }
}
