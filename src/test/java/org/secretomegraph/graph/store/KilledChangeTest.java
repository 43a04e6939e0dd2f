package org.secretomegraph.graph.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secretomegraph.JavaProcess;
import org.secretomegraph.graph.NamedGraphs;

/**
 * A change that is larger than the memory is written down in the folder for temporary files. A killed import left its
 * file there for ever: hundreds of megabytes, each time.
 */
class KilledChangeTest {
    private static final int QUADS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void aKilledProcessLeavesNothingInTheFolderForTemporaryFiles() throws Exception {
        Process changing = JavaProcess.of(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + folder), Changing.class)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = changing.inputReader()) {
            assertEquals(QUADS + " read back", said.readLine());
            assertTrue(changing.isAlive());
        } finally {
            changing.destroyForcibly().waitFor(); // SIGKILL
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** The other process: it makes a large change and waits for its end. */
    static final class Changing {
        private Changing() {}

        public static void main(String[] args) {
            try (GraphStore store = GraphStore.memory().spillingAfter(QUADS / 10)) {
                store.underWriteTransaction(writing -> {
                    DatasetGraph dataset = writing.dataset();
                    for (int i = 0; i < QUADS; i++) {
                        dataset.add(NamedGraphs.DATA, NodeFactory.createURI("http://example.org/" + i),
                                NodeFactory.createURI("http://example.org/p"),
                                NodeFactory.createLiteralString("value " + i));
                    }
                    int[] read = new int[1];
                    writing.delta().forEach((added, quad) -> read[0]++);
                    System.out.println(read[0] + " read back");
                    waitForEver();
                    return null;
                });
            }
        }

        private static void waitForEver() {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
