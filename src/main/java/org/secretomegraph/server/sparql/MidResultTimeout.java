package org.secretomegraph.server.sparql;

import java.util.Iterator;
import org.apache.jena.query.QueryCancelledException;

/**
 * A timeout while a result is being written. Not Jena's own exception, which Fuseki would catch, ending the result as
 * if it were complete.
 */
final class MidResultTimeout extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MidResultTimeout(QueryCancelledException cause) {
        super(cause);
    }

    /** The same items; a timeout is thrown as this exception. */
    static <T> Iterator<T> wrap(Iterator<T> items) {
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
