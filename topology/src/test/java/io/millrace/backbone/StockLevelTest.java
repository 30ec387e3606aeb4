package io.millrace.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StockLevelTest {

    private final StockLevel five = new StockLevel(5);

    @Test
    void shouldAddUp() {
        assertThat(five.reserve(3).release(1).restock(10)).isEqualTo(new StockLevel(13));
        assertThat(five.reserve(5)).isEqualTo(StockLevel.none());
    }

    @Test
    void shouldCoverWhatIsThereAndNoMore() {
        assertThat(five.covers(5)).isTrue();
        assertThat(five.covers(6)).isFalse();
        assertThat(StockLevel.none().covers(1)).isFalse();
    }

    @Test
    void shouldNeverGoBelowNothing() {
        assertThatThrownBy(() -> five.reserve(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StockLevel(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotTakeByGivingLessThanNothing() {
        assertThatThrownBy(() -> five.reserve(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> five.release(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> five.restock(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotRunOver() {
        final StockLevel most = new StockLevel(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.restock(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.release(1)).isInstanceOf(ArithmeticException.class);
    }
}
