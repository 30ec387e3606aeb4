package io.millrace.api.page;

import io.millrace.backbone.Business;
import io.millrace.backbone.page.Pages;

/** Where a business's pages are read: in this process. An instance that asks another one would stand here too. */
@FunctionalInterface
public interface PageSource {

    Pages of(Business business);
}
