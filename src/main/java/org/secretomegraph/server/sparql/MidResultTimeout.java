package org.secretomegraph.server.sparql;

import java.util.Iterator;
import org.apache.jena.query.QueryCancelledException;

/**
 * A time-out while a result was being written. Not Jena's own exception: Fuseki would catch that and end the result.
 */
final class MidResultTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MidResultTimeout(QueryCancelledException cause) {
        super(cause);
    }

    /** The same items, with a time-out told as this exception. */
    static <T> Iterator<T> instead(Iterator<T> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                try {
                    return items.hasNext();
                } catch (QueryCancelledException e) {
                    throw new MidResultTimeout(e);
                }
            }

            @Override
            public T next() {
                try {
                    return items.next();
                } catch (QueryCancelledException e) {
                    throw new MidResultTimeout(e);
                }
            }
        };
    }
}
