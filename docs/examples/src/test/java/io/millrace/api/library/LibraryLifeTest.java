package io.millrace.api.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Reply;
import io.millrace.api.kit.Running;
import io.millrace.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The library over HTTP: a book is lent, waited for, and handed on. */
class LibraryLifeTest {

    @RegisterExtension
    static final Running RUNNING = Running.with(Library.BUSINESS);

    private static final String BRANCH = "/library/branches/main";

    private final Caller caller;

    LibraryLifeTest(final Caller caller) {
        this.caller = caller;
    }

    @Test
    void shouldLendWaitAndHandOn() {
        made(caller.post(BRANCH + "/books", "{'book':'dune','title':'Dune','copies':1}"));
        made(caller.post(BRANCH + "/members", "{'member':'kim','name':'Kim'}"));
        made(caller.post(BRANCH + "/members", "{'member':'lee','name':'Lee'}"));
        final Reply lent = made(caller.post(BRANCH + "/loans", "{'member':'kim','book':'dune'}"));
        assertThat(lent.at("/status")).isEqualTo("LENT");
        assertThat(lent.header("Location")).isEqualTo(BRANCH + "/loans/1");
        final Reply waits = made(caller.post(BRANCH + "/loans", "{'member':'lee','book':'dune'}"));
        assertThat(waits.at("/status")).isEqualTo("WAITING");

        final Reply back = caller.patch(BRANCH + "/loans/1", "{'status':'RETURNED'}");

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        final Reply page = caller.get("/library/members/lee", "Journal-Token", back.token());
        assertThat(page.at("/loans/0/status")).as(page.text()).isEqualTo("LENT");
        final Reply again = caller.patch(BRANCH + "/loans/1", "{'status':'RETURNED'}");
        assertThat(again.at("/code")).isEqualTo("WRONG_STATE");
    }

    private static Reply made(final Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }
}
