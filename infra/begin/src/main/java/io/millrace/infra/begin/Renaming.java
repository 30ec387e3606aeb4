package io.millrace.infra.begin;

import java.util.Locale;
import java.util.regex.Pattern;

/** A word of the example and what takes its place: in sentences, names of classes, constants. */
record Renaming(String from, String to) {

    /** What is said with an "an" before it, as it is spelled; where ears disagree, few words begin so. */
    private static final Pattern VOWEL = Pattern.compile("(?!eu|one|uni|use|util)[aeiou].*|(hour|heir|honest).*");

    String in(final String text) {
        return withArticles(text)
                .replace(from, to)
                .replace(capital(from), capital(to))
                .replace(from.toUpperCase(Locale.ROOT), to.toUpperCase(Locale.ROOT));
    }

    private String withArticles(final String text) {
        return Pattern.compile("\\b([aA])n? (?=(?i:" + from + "))")
                .matcher(text)
                .replaceAll(VOWEL.matcher(to).matches() ? "$1n " : "$1 ");
    }

    static String capital(final String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
