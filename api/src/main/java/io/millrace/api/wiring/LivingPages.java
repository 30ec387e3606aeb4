package io.millrace.api.wiring;

import io.millrace.api.page.Lags;
import io.millrace.api.page.StreamsStores;
import io.millrace.backbone.page.Generation;

/** One generation of a business's pages, as it runs here. */
record LivingPages(Generation generation, Application application, StreamsStores stores, Lags lags) {}
