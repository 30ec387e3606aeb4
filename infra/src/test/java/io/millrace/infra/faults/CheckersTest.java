package io.millrace.infra.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.http.Outcome;
import io.millrace.api.http.Outcomes;
import io.millrace.api.page.Resources;
import io.millrace.cafe.Cafe;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saboteurs: whatever callers are told or shown that isn't so, somebody notices. */
class CheckersTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HonestCafe cafe = new HonestCafe();
    private final Findings findings = new Findings();
    private final Told told = Told.of("cafe", "d0", "c1", "POST", "menu", "{}");

    @Test
    void shouldBelieveAnAnswerThatIsItsReceipt() {
        told.answers().add(answer(""));
        told.answers().add(answer(""));
        assertThat(answers().lines()).isEmpty();
    }

    @Test
    void shouldFindAnAnswerThatIsNotItsReceipt() {
        told.answers().add(answer(" "));
        assertThat(answers().count(Sort.MISTOLD)).isEqualTo(1);
    }

    @Test
    void shouldFindASecondAnswerThatIsNotTheFirst() {
        told.answers().add(answer(""));
        told.answers().add(answer(" "));
        assertThat(answers().count(Sort.CHANGED)).isEqualTo(1);
    }

    @Test
    void shouldFindWhoWasNeverAnswered() {
        assertThat(answers().count(Sort.LOST)).isEqualTo(1);
    }

    @Test
    void shouldFindAnAnswerWithoutReceipt() {
        told.answers().add(answer(""));
        cafe.receipts.removeFirst();
        assertThat(answers().count(Sort.LOST)).isPositive();
    }

    @Test
    void shouldFindAReadThatWentBackInTime() {
        final Seen reading = new Seen(findings);
        reading.learn("cafe/d0@7");
        reading.saw(reading.token("cafe/d0"), read("cafe/d0@7"));
        assertThat(findings.none()).isTrue();
        reading.saw(reading.token("cafe/d0"), read("cafe/d0@6"));
        assertThat(findings.count(Sort.BACK_IN_TIME)).isEqualTo(1);
    }

    @Test
    void shouldFindAPageThatIsNotTheFold() {
        final PageCheck check = new PageCheck(Cafe.BUSINESS, findings, List.of());
        final var menu = Cafe.BUSINESS.listings().getFirst();
        final JsonNode latte = MAPPER.readTree("{\"item\":\"latte\",\"stock\":3}");
        check.compare("d0", menu, List.of(latte), List.of(MAPPER.readTree("{\"item\":\"latte\",\"stock\":3,\"n\":1}")));
        assertThat(findings.none()).isTrue();
        check.compare("d0", menu, List.of(latte), List.of(MAPPER.readTree("{\"item\":\"latte\",\"stock\":4}")));
        check.compare("d0", menu, List.of(latte), List.of());
        assertThat(findings.count(Sort.PAGE)).isEqualTo(2);
    }

    @Test
    void shouldTellWhatTheAuditFound() {
        final AuditCheck check = new AuditCheck(Cafe.BUSINESS, findings);
        check.told(MAPPER.readTree("{\"checked\":9,\"violations\":0}"));
        assertThat(findings.none()).isTrue();
        check.told(MAPPER.readTree("{\"checked\":9,\"violations\":1,\"items\":[]}"));
        assertThat(findings.count(Sort.AUDIT)).isEqualTo(1);
    }

    @Test
    void shouldFindARecordThatWasConfirmedAndNeverDecided() {
        final Oracle oracle = new Oracle(cafe.evidence(), new Findings());
        oracle.judge();
        final Answers answers = new Answers(Cafe.BUSINESS, findings);
        answers.checkWritten(List.of(new Written("cafe", "d0", "c1")), oracle);
        assertThat(findings.none()).isTrue();
        answers.checkWritten(List.of(new Written("cafe", "d0", "c99")), oracle);
        assertThat(findings.count(Sort.LOST)).isEqualTo(1);
    }

    @Test
    void shouldFindATransactionThatHangs() {
        final Settled settled = new Settled(findings);
        final TopicPartition journal = new TopicPartition("cafe.journal", 0);
        settled.found(Map.of(journal, 9L), Map.of(journal, 9L));
        assertThat(findings.none()).isTrue();
        settled.found(Map.of(journal, 9L), Map.of(journal, 7L));
        assertThat(findings.count(Sort.STUCK)).isEqualTo(1);
    }

    @Test
    void shouldFindRubbishThatIsNotInQuarantineAndWhatIsThereWithoutCause() {
        final AuditCheck check = new AuditCheck(Cafe.BUSINESS, findings);
        check.kept(3, 3);
        assertThat(findings.none()).isTrue();
        check.kept(2, 3);
        assertThat(findings.count(Sort.LOST)).isEqualTo(1);
        check.kept(4, 3);
        assertThat(findings.count(Sort.UNRULY)).isEqualTo(1);
    }

    private Findings answers() {
        final Oracle oracle = new Oracle(cafe.evidence(), new Findings());
        oracle.judge();
        new Answers(Cafe.BUSINESS, findings).checkTold(List.of(told), oracle);
        return findings;
    }

    private static Answer read(final String token) {
        return new Answer(200, Map.of("journal-token", token), "");
    }

    private static Answer answer(final String more) {
        final Outcome outcome =
                new Outcomes(Cafe.BUSINESS, new Resources(Cafe.BUSINESS)).of(new HonestCafe().receipts.getFirst());
        return new Answer(outcome.status(), Map.of(), new String(outcome.body(), StandardCharsets.UTF_8) + more);
    }
}
