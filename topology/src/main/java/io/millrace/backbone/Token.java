package io.millrace.backbone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A place in the journal: {@code business/desk@seq}. */
public record Token(String business, String desk, long seq) {

    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9]{0,19})/([A-Za-z0-9._@-]{1,64})@([0-9]{1,18})");

    public static Optional<Token> parse(final String text) {
        final Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Token(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    /** Several places, as a page over many desks has them: tokens with commas between. Empty if one is no token. */
    public static Optional<List<Token>> parseAll(final String text) {
        final List<Optional<Token>> tokens = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Token::parse)
                .toList();
        return tokens.stream().allMatch(Optional::isPresent)
                ? Optional.of(tokens.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    public static String text(final List<Token> tokens) {
        return tokens.stream().map(Token::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return business + "/" + desk + "@" + seq;
    }
}
