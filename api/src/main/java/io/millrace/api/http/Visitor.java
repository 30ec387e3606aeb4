package io.millrace.api.http;

import java.util.List;
import java.util.Map;

/** Somebody who has proven who they are: how, and what they may do where, by {@code business/desk}. */
public record Visitor(String id, Map<String, List<String>> roles, How how) {

    public enum How {
        /** With id and password, just now. */
        CONFIRMED,
        /** With a session that they began so, some time ago. */
        SESSION
    }
}
