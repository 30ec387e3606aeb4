package io.millrace.infra.cli;

import io.millrace.Businesses;
import io.millrace.backbone.Business;
import java.util.Iterator;

/** What {@code --business} can be. */
final class BusinessNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Businesses.ALL.stream().map(Business::name).iterator();
    }
}
