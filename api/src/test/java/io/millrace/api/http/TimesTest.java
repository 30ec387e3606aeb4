package io.millrace.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.api.kit.Caller;
import io.millrace.api.kit.Running;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Times that somebody asks for. */
@ExtendWith(Running.class)
class TimesTest {

    @Test
    void shouldRefuseTimesThatNoStoreKnows(final Caller caller) {
        for (final String at : List.of("-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z", "x")) {
            assertThat(caller.get("/cafe/shops/times/menu?at=" + at).status())
                    .as(at)
                    .isEqualTo(400);
        }
        for (final String at : List.of("0000-01-01T00:00:00Z", "9999-12-31T00:00:00Z")) {
            assertThat(caller.get("/cafe/shops/times/menu?at=" + at).status())
                    .as(at)
                    .isEqualTo(200);
        }
    }
}
