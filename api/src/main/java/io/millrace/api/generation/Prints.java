package io.millrace.api.generation;

import java.util.List;

/** What one generation has in one partition. Stores are spoken of in words: see {@link StoredPrints#stores}. */
public interface Prints {

    /** How far each desk is. */
    String TOKENS = "tokens";

    /** In the order of their keys, those after one. */
    List<Print> list(String store, String after, int atMost);

    Seen one(String store, String key, String desk);
}
