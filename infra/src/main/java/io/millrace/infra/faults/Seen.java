package io.millrace.infra.faults;

import io.millrace.backbone.Token;
import io.millrace.infra.faults.Findings.Sort;
import io.millrace.infra.load.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one reader has seen of each desk: a read with its token may show more than that, and never less. */
final class Seen {

    private final Findings findings;
    private final Map<String, Long> seen = new HashMap<>();

    Seen(final Findings findings) {
        this.findings = findings;
    }

    /** The token to send with a read of this desk; empty if nothing is known of it. */
    String token(final String place) {
        final Long seq = seen.get(place);
        return seq == null ? "" : place + "@" + seq;
    }

    /** {@code sent} is the token that was sent along. A page of several desks may not know of each. */
    void saw(final String sent, final Answer answer) {
        final Map<String, Long> least = read(sent);
        answer.header("Journal-Token").ifPresent(token -> {
            read(token).forEach((place, seq) -> {
                if (seq < least.getOrDefault(place, 0L)) {
                    findings.add(Sort.BACK_IN_TIME, "asked for " + sent + ", shown " + token);
                }
            });
            learn(token);
        });
    }

    void learn(final String token) {
        read(token).forEach((place, seq) -> seen.merge(place, seq, Math::max));
    }

    private static Map<String, Long> read(final String token) {
        final Map<String, Long> places = new HashMap<>();
        Token.parseAll(token)
                .orElse(List.of())
                .forEach(it -> places.merge(it.business() + "/" + it.desk(), it.seq(), Math::max));
        return places;
    }
}
