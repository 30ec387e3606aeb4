package io.millrace.backbone.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.backbone.Shelf;
import io.millrace.cafe.Cafe;
import io.millrace.cafe.ShopBooks;
import io.millrace.testkit.BusinessDriver;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagesTest {

    private final List<String> looked = new ArrayList<>();

    @Test
    void shouldLookForAStoreOnceInARead() {
        try (BusinessDriver cafe = new BusinessDriver(Cafe.BUSINESS)) {
            final Pages pages = new Pages(Cafe.BUSINESS, cafe.codec(), stores());
            assertThat(pages.applied("gangnam")).isZero();
            assertThat(pages.desk("gangnam").find(ShopBooks.ORDERS, Shelf.numberId(1)))
                    .isEmpty();
            assertThat(pages.applied("hongdae")).isZero();
        }
        assertThat(looked).containsExactly("gangnam", "hongdae");
    }

    private PageStores stores() {
        return (PageStores) proxy(PageStores.class, arguments -> {
            looked.add((String) Objects.requireNonNull(arguments)[1]);
            return proxy(ReadOnlyKeyValueStore.class, _ -> null);
        });
    }

    private interface Answer {
        @Nullable
        Object to(Object @Nullable [] arguments);
    }

    private static Object proxy(final Class<?> type, final Answer answer) {
        return Proxy.newProxyInstance(
                PagesTest.class.getClassLoader(),
                new Class<?>[] {type},
                (final Object _, final Method _, final Object[] arguments) -> answer.to(arguments));
    }
}
