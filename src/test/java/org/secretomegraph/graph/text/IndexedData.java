package org.secretomegraph.graph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.RDFS;

/** An empty dataset with its index of names, for tests that write and read names. */
record IndexedData(DatasetGraph data, VersionedTextIndex index) {

    /** @param kind {@code memory} or {@code tdb2} */
    static IndexedData of(String kind, Path folder) {
        DatasetGraph data = kind.equals("memory") ? DatasetGraphFactory.createTxnMem()
                : DatabaseMgr.connectDatasetGraph(folder.toString());
        return new IndexedData(data, Txn.calculateRead(data, () -> VersionedTextIndex.of(data)));
    }

    static Quad label(String name) {
        return Quad.create(NodeFactory.createURI("http://example.org/g"),
                NodeFactory.createURI("http://example.org/" + name), RDFS.label.asNode(),
                NodeFactory.createLiteralString(name));
    }

    static VersionedTextIndex.Changes changes(Set<Quad> added, Set<Quad> removed) {
        return change -> {
            removed.forEach(quad -> change.accept(false, quad));
            added.forEach(quad -> change.accept(true, quad));
        };
    }

    void write(Set<Quad> added, Set<Quad> removed) {
        write(added, removed, () -> {});
    }

    /** @param atCommit done when the commit has begun and is not made */
    void write(Set<Quad> added, Set<Quad> removed, Runnable atCommit) {
        data.begin(TxnType.WRITE);
        try {
            added.forEach(data::add);
            removed.forEach(data::delete);
            index.commit(changes(added, removed), () -> {
                atCommit.run();
                data.commit();
            });
        } finally {
            if (data.isInTransaction()) {
                data.abort();
            }
            data.end();
        }
    }

    /** Begins to read, on this thread. */
    void begin() {
        index.begin(data);
    }

    void end() {
        data.end();
        index.end();
    }

    Set<Quad> quads() {
        Set<Quad> all = new HashSet<>();
        data.find().forEachRemaining(all::add);
        return all;
    }

    /** The index holds what one that is made of nothing but this moment's graph would hold. */
    void isOfOneMoment() {
        assertEquals(VersionedTextIndex.of(data).content(), index.content());
    }
}
