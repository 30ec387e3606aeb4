package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.page.Pages;

/** Where a business's pages are read. What is not here makes the whole request go to where it is. */
@FunctionalInterface
public interface PageSource {

    /** For one read; who waits asks again. */
    Pages of(Business business);
}
