package io.millrace.api.wiring;

import io.millrace.api.page.Lags;
import io.millrace.api.page.StreamsStores;
import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.Pages;

/** One generation of a business's pages, as it runs here. */
record LivingPages(Generation generation, Application application, StreamsStores stores, Pages pages, Lags lags) {}
