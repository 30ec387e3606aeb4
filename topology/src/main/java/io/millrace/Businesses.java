package io.millrace;

import io.millrace.backbone.Business;
import io.millrace.cafe.Cafe;
import io.millrace.coffeeshop.Coffeeshop;
import io.millrace.rental.Rental;
import io.millrace.riders.Riders;
import java.util.List;

/** Every business that runs on the backbone: a new one is registered here, with one line. */
public final class Businesses {

    public static final List<Business> ALL =
            List.of(Cafe.BUSINESS, Coffeeshop.BUSINESS, Rental.BUSINESS, Riders.BUSINESS);

    private Businesses() {}
}
