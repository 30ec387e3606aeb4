package io.millrace.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaVersionTest {
    @Test
    void shouldCompareNumbersNotText() {
        assertThat(version("4.10.0")).isGreaterThan(version("4.9.3"));
        assertThat(version("4.3.1-SNAPSHOT")).isEqualTo(version("4.3.1"));
    }

    @Test
    void shouldCountBothEndsOfARange() {
        assertThat(version("4.1.0").isBetween(version("4.1.0"), version("4.3.1")))
                .isTrue();
        assertThat(version("4.3.1").isBetween(version("4.1.0"), version("4.3.1")))
                .isTrue();
        assertThat(version("4.3.2").isBetween(version("4.1.0"), version("4.3.1")))
                .isFalse();
        assertThat(version("4.0.9").isBetween(version("4.1.0"), version("4.3.1")))
                .isFalse();
    }

    @Test
    void shouldNotMakeAVersionOfGarbage() {
        assertThat(KafkaVersion.parse("unknown")).isEmpty();
    }

    private static KafkaVersion version(final String text) {
        return KafkaVersion.parse(text).orElseThrow();
    }
}
