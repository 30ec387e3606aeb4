package io.millrace.backbone;

/** How much of a thing there is to give. Never less than nothing: whoever gives away what isn't there is stopped. */
public record StockLevel(long onHand) {

    public StockLevel {
        if (onHand < 0) {
            throw new IllegalArgumentException("A stock can't be below nothing: " + onHand);
        }
    }

    /** What isn't known is not there. */
    public static StockLevel none() {
        return new StockLevel(0);
    }

    public boolean covers(final long quantity) {
        return quantity <= onHand;
    }

    /** So much is spoken for. */
    public StockLevel reserve(final long quantity) {
        return new StockLevel(Math.subtractExact(onHand, counted(quantity)));
    }

    /** What was spoken for goes back. */
    public StockLevel release(final long quantity) {
        return new StockLevel(Math.addExact(onHand, counted(quantity)));
    }

    /** So much more comes in. */
    public StockLevel restock(final long quantity) {
        return new StockLevel(Math.addExact(onHand, counted(quantity)));
    }

    private static long counted(final long quantity) {
        if (quantity < 0) {
            throw new IllegalArgumentException("A quantity can't be below nothing: " + quantity);
        }
        return quantity;
    }
}
