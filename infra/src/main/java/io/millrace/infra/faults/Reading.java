package io.millrace.infra.faults;

import io.millrace.backbone.Token;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one reader has seen of each desk: a read with its token may show more than that, and never less. */
final class Reading {

    private final Findings findings;
    private final Map<String, Long> seen = new HashMap<>();

    Reading(final Findings findings) {
        this.findings = findings;
    }

    /** The token to send with a read of this desk; empty if nothing is known of it. */
    String token(final String place) {
        final Long seq = seen.get(place);
        return seq == null ? "" : place + "@" + seq;
    }

    /** {@code sent} is the token that was sent along. */
    void saw(final String sent, final Answer answer) {
        final long least = sent.isEmpty() ? 0 : seq(sent);
        answer.header("Journal-Token").ifPresent(token -> {
            if (seq(token) < least) {
                findings.add(Sort.BACK_IN_TIME, "asked for " + sent + ", shown " + token);
            }
            learn(token);
        });
    }

    void learn(final String token) {
        Token.parseAll(token)
                .orElse(List.of())
                .forEach(it -> seen.merge(it.business() + "/" + it.desk(), it.seq(), Math::max));
    }

    private static long seq(final String token) {
        return Token.parseAll(token).orElse(List.of()).stream()
                .mapToLong(Token::seq)
                .max()
                .orElse(0);
    }
}
