package io.millrace.api.http;

import io.millrace.backbone.Business;
import io.millrace.backbone.Opening;
import io.millrace.backbone.Shelf;
import io.millrace.backbone.page.Pages;
import org.apache.avro.specific.SpecificRecord;

/** A desk that has to be opened has no pages before; once closed, its past is still there. */
final class Openings {

    private static final String THE = "the";

    private Openings() {}

    static void check(final Business business, final Pages pages, final String desk) {
        final Opening opening = business.opening();
        if (opening != null && !everOpened(business.house(), pages, desk)) {
            throw new RefusedException(404, opening.code(), opening.words().apply(desk));
        }
    }

    private static <T extends SpecificRecord> boolean everOpened(
            final Shelf<T> house, final Pages pages, final String desk) {
        return pages.desk(desk).find(house, THE).isPresent();
    }
}
