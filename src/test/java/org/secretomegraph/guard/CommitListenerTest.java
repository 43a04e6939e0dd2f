package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.update.UpdateFactory;
import org.junit.jupiter.api.Test;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.graph.store.FailingStore;
import org.secretomegraph.graph.store.Materializer;
import org.secretomegraph.report.Severity;

/** What is kept beside the graph is told of each change once, in time to stop it, and told how it ended. */
class CommitListenerTest {
    private static final String SHAPES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX ex: <http://example.org/>
            ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property ex:few .
            ex:few a sh:PropertyShape ; sh:path ex:p ; sh:maxCount 1 .
            """;
    private final FailingStore failing = FailingStore.over(DatasetGraphFactory.createTxnMem());
    private final List<String> told = new ArrayList<>();

    private final class Listener implements CommitListener {
        private final String name;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public void changed(QuadDelta delta) {
            told.add(name + " +" + delta.added().size() + " while readers see " + seen());
            if (name.equals("index is full")) {
                throw new IllegalStateException(name);
            }
        }

        @Override
        public void committed() {
            told.add(name + " committed");
        }

        @Override
        public void undone() {
            told.add(name + " undone");
        }
    }

    /** By another thread: the writer's own sees what it writes. */
    private long seen() {
        return CompletableFuture.supplyAsync(failing.store()::triples).join();
    }

    private Guard guard(String... names) {
        return new Guard(failing.store(), new Materializer(List.of()), GuardTest.rules(SHAPES), Severity.VIOLATION,
                List.of(names).stream().<CommitListener>map(Listener::new).toList());
    }

    private static Change adding(String objects) {
        return Change.ofUpdate(
                UpdateFactory.create("PREFIX ex: <http://example.org/> INSERT DATA { ex:s ex:p " + objects + " }"));
    }

    @Test
    void anAcceptedChangeIsToldBeforeItLastsAndAfter() {
        assertInstanceOf(Verdict.Accepted.class, guard("a", "b").propose(adding("1")));
        assertEquals(List.of("a +1 while readers see 0", "b +1 while readers see 0", "a committed", "b committed"),
                told);
        assertEquals(1, failing.store().triples());
    }

    @Test
    void aRefusedOrTriedOutChangeIsNotTold() {
        assertInstanceOf(Verdict.Refused.class, guard("a").propose(adding("1, 2")));
        assertInstanceOf(Verdict.Accepted.class, guard("a").tryOut(adding("1")));
        assertEquals(List.of(), told);
    }

    @Test
    void aListenerThatFailsUndoesTheChange() {
        assertThrows(IllegalStateException.class, () -> guard("a", "index is full", "b").propose(adding("1")));
        assertEquals(List.of("a +1 while readers see 0", "index is full +1 while readers see 0", "index is full undone",
                "a undone"), told);
        assertEquals(0, failing.store().triples());
    }

    @Test
    void aCommitThatFailsIsToldAsUndone() {
        failing.failAtCommit(() -> new IllegalStateException("no commit"));
        assertThrows(IllegalStateException.class, () -> guard("a", "b").propose(adding("1")));
        assertEquals(List.of("a +1 while readers see 0", "b +1 while readers see 0", "b undone", "a undone"), told);
        assertEquals(0, failing.store().triples());
        assertInstanceOf(Verdict.Accepted.class, guard("a").propose(adding("1")));
    }
}
