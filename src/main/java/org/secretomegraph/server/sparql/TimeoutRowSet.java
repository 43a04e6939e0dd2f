package org.secretomegraph.server.sparql;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/** Rows that end with {@link MidResultTimeout} at a timeout. */
record TimeoutRowSet(RowSet rows, Iterator<Binding> guarded) implements RowSet {
    TimeoutRowSet(RowSet rows) {
        this(rows, MidResultTimeout.wrap(rows));
    }

    @Override
    public boolean hasNext() {
        return guarded.hasNext();
    }

    @Override
    public Binding next() {
        return guarded.next();
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }
}
