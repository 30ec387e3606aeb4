package io.millrace.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;

class LeaderlessCorrectionTest {
    private static final Class<?> ORIGINAL = define(CorrectedMetadataCache.original());
    private static final Class<?> CORRECTED = define(CorrectedMetadataCache.bytes());

    @Test
    void shouldBeNeededAsKafkaTakesALeaderlessPartitionForADeletedOne() {
        assertThat(LeaderlessProbe.known(ORIGINAL))
                .as("when this fails, Kafka is mended: take the correction out")
                .isEmpty();
    }

    @Test
    void shouldAnswerNobodyForAPartitionWithoutALeader() {
        assertThat(LeaderlessProbe.known(CORRECTED)).contains(Node.noNode());
    }

    @Test
    void shouldStillAnswerNothingForAPartitionThatDoesNotExist() {
        assertThat(LeaderlessProbe.unknown(CORRECTED)).isEmpty();
    }

    @Test
    void shouldBeInEffectInThisProcessHoweverOftenItIsInstalled() throws Exception {
        LeaderlessCorrection.install();
        LeaderlessCorrection.install();
        assertThat(LeaderlessProbe.known(Class.forName(CorrectedMetadataCache.NAME)))
                .contains(Node.noNode());
    }

    /** Beside the class that this process uses, so that both can be asked. */
    private static Class<?> define(final byte[] bytes) {
        return new ClassLoader(LeaderlessCorrectionTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(CorrectedMetadataCache.NAME, bytes, 0, bytes.length);
            }
        }.define();
    }
}
