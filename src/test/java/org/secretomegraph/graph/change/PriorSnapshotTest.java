package org.secretomegraph.graph.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Transactional;
import org.junit.jupiter.api.Test;

/** The state before a change, read by a thread of its own. */
class PriorSnapshotTest {
    /** When its transaction did not begin, the next question was answered without one, and to end it failed too. */
    @Test
    void isReadWithinATransactionOrNotAtAll() {
        AtomicBoolean broken = new AtomicBoolean(true);
        DatasetGraph memory = DatasetGraphFactory.createTxnMem();
        DatasetGraph base = new DatasetGraphWrapper(memory) {
            @Override
            public void begin(TxnType type) {
                if (broken.get()) {
                    throw new IllegalStateException("it cannot begin");
                }
                super.begin(type);
            }
        };
        try (PriorSnapshot past = new PriorSnapshot(base)) {
            assertThrows(IllegalStateException.class, () -> past.read(Transactional::isInTransaction));
            assertThrows(IllegalStateException.class, () -> past.read(Transactional::isInTransaction));
            broken.set(false);
            assertTrue(past.read(Transactional::isInTransaction));
            assertEquals(TxnType.READ, past.read(Transactional::transactionType));
        }
    }
}
