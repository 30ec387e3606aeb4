package io.millrace.api.wiring;

import io.millrace.api.generation.Life;
import io.millrace.api.generation.Lineage;
import io.millrace.api.page.NotThereException;
import io.millrace.backbone.Business;
import io.millrace.backbone.page.Generation;
import io.millrace.backbone.page.PageNames;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A business's pages here: the generations of them that live, one application each, and the one that is shown. */
final class PageSide {

    private static final Logger LOG = LoggerFactory.getLogger(PageSide.class);

    private final Business business;
    private final PageMaker maker;
    private final Map<Integer, LivingPages> living = new ConcurrentSkipListMap<>();
    private volatile @Nullable LivingPages shown;

    PageSide(final Business business, final PageMaker maker) {
        this.business = business;
        this.maker = maker;
    }

    Business business() {
        return business;
    }

    /** Makes, shows and does away with what was decided. Reads go on meanwhile. */
    synchronized void follow(final Lineage lineage) {
        for (final Life life : lineage.living()) {
            if (!living.containsKey(life.number())) {
                LOG.info("pages, business={}, generation={}, state={}", business.name(), life.number(), life.state());
                final LivingPages made = maker.make(business, life.number(), this::isShown);
                living.put(life.number(), made);
                made.application().start();
            }
        }
        final LivingPages before = shown;
        final LivingPages now = Objects.requireNonNull(living.get(lineage.serving()), business::name);
        shown = now;
        if (before != null && before != now) {
            LOG.info("pages, business={}, shown={}", business.name(), lineage.serving());
        }
        for (final Life life : lineage.lives().values()) {
            if (!lineage.lives(life.number())) {
                forget(life.number());
            }
        }
    }

    private void forget(final int number) {
        final LivingPages gone = living.remove(number);
        if (gone != null) {
            gone.application().leave();
            LOG.info("pages, business={}, generation={}, gone", business.name(), number);
        }
        maker.forget(business, number);
    }

    LivingPages shown() {
        final LivingPages now = shown;
        if (now == null) {
            throw new NotThereException(business.name() + "'s pages are not started yet.");
        }
        return now;
    }

    LivingPages of(final int number) {
        final LivingPages wanted = living.get(number);
        if (wanted == null) {
            throw new NotThereException("Generation " + number + " is not here.");
        }
        return wanted;
    }

    Collection<LivingPages> all() {
        return living.values();
    }

    boolean isShown(final Generation generation) {
        final LivingPages now = shown;
        return now != null && now.generation().number() == generation.number();
    }

    boolean started() {
        return shown != null;
    }

    /** Whether what this instance has of what is shown can be read; what moves is answered from copies meanwhile. */
    boolean answers() {
        final LivingPages now = shown;
        return now != null && (now.application().rebalancing() || now.stores().answers(PageNames.rows(business)));
    }

    synchronized void stop() {
        living.values().parallelStream().forEach(it -> it.application().stop());
    }
}
