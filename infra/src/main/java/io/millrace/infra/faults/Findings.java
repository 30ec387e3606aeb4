package io.millrace.infra.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What does not add up, by what sort of thing it is. */
final class Findings {

    enum Sort {
        /** A command that was taken and has no receipt, or never got an answer; or nothing followed that should. */
        LOST("lost"),
        /** Two receipts for one command, or an event that no ruling stands for. */
        DOUBLED("doubled"),
        /** Less than nothing of something. */
        OVERSOLD("oversold"),
        /** A read that went back in time. */
        BACK_IN_TIME("back in time"),
        /** An answer that is not its receipt. */
        MISTOLD("answers wrong"),
        /** Two answers to the same command. */
        CHANGED("answers changed"),
        /** A receipt or an event that the pure rules don't come to. */
        UNRULY("rules broken"),
        /** A page that is not the fold of the journal. */
        PAGE("pages wrong"),
        /** What the audit found. */
        AUDIT("audit"),
        /** A transaction that hangs, or work that never ends. */
        STUCK("stuck or open"),
        /** An answer that nobody should ever get. */
        BROKEN("server errors");

        private final String words;

        Sort(final String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int SHOWN = 5;

    private final Map<Sort, List<String>> all = new EnumMap<>(Sort.class);

    synchronized void add(final Sort sort, final String what) {
        all.computeIfAbsent(sort, _ -> new ArrayList<>()).add(what);
    }

    synchronized int count(final Sort sort) {
        return all.getOrDefault(sort, List.of()).size();
    }

    synchronized boolean none() {
        return all.isEmpty();
    }

    synchronized List<String> lines() {
        final List<String> lines = new ArrayList<>();
        all.forEach((sort, found) -> {
            found.stream().limit(SHOWN).forEach(it -> lines.add(sort + ": " + it));
            if (found.size() > SHOWN) {
                lines.add(sort + ": and " + (found.size() - SHOWN) + " more");
            }
        });
        return lines;
    }
}
