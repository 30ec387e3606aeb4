package io.millrace.api.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code in documents is quoted from files that are compiled and tested; a line of {@code …} leaves something out. */
class QuotesTest {

    private static final Pattern QUOTE =
            Pattern.compile("<!-- from (\\S+) -->\\n```\\w+\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```(java|avdl)$", Pattern.MULTILINE);
    private static final Pattern LEFT_OUT = Pattern.compile("^\\s*…\\s*$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"docs/add-a-business.md", "docs/as-a-library.md", "docs/producers.md"})
    void shouldQuoteWhatIsThere(final String page) {
        final String text = Paper.of(page).text();
        final List<MatchResult> quotes = QUOTE.matcher(text).results().toList();
        assertThat(quotes).isNotEmpty().hasSizeGreaterThanOrEqualTo((int)
                CODE.matcher(text).results().count());
        quotes.forEach(quote -> check(quote.group(2), Paper.of(quote.group(1)).text()));
    }

    @Test
    void shouldNoticeAQuoteThatIsNot() {
        check("one\n…\nthree", "one two three");
        assertThatThrownBy(() -> check("two\n…\none", "one two three")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check("onethree", "one two three")).isInstanceOf(AssertionError.class);
    }

    private static void check(final String quote, final String source) {
        final String all = plain(source);
        int from = 0;
        for (final String part : LEFT_OUT.split(quote, -1)) {
            final int at = all.indexOf(plain(part), from);
            assertThat(at).as(part).isNotNegative();
            from = at + plain(part).length();
        }
    }

    private static String plain(final String text) {
        return text.replaceAll("\\s+", "");
    }
}
