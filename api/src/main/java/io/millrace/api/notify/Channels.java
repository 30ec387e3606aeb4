package io.millrace.api.notify;

import java.util.List;
import java.util.Map;

/** Which notices go which ways: said for everybody, for a business, or for a desk; the nearest word counts. */
public record Channels(Map<String, List<String>> byPlace, Map<String, Webhook> webhooks) {

    /** The live stream carries notices from the journal by itself; this way only notes that they are out. */
    static final String STREAM = "stream";

    static final String LOG = "log";
    static final String EVERYWHERE = "";

    /** What is done when nobody has said otherwise. */
    public static final Channels DEFAULT = new Channels(Map.of(EVERYWHERE, List.of(STREAM, LOG)), Map.of());

    List<String> of(final String business, final String desk) {
        final List<String> ofDesk = byPlace.get(business + "." + desk);
        if (ofDesk != null) {
            return ofDesk;
        }
        final List<String> ofBusiness = byPlace.get(business);
        return ofBusiness != null ? ofBusiness : byPlace.getOrDefault(EVERYWHERE, List.of(STREAM, LOG));
    }
}
