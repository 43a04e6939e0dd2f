package org.secretomegraph.target.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Triples that a thread writes while they are sent. */
class StreamingBodyTest {
    private static final Triple ONE =
            Triple.create(NodeFactory.createURI("http://e/a"), NodeFactory.createURI("http://e/b"),
                    NodeFactory.createURI("http://e/c"));

    @Test
    void whatIsWholeIsReadToItsEnd() throws IOException {
        try (StreamingBody stream = new StreamingBody(to -> to.accept(ONE)); InputStream in = stream.open()) {
            assertEquals("<http://e/a> <http://e/b> <http://e/c> .\n",
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The thread kept an error to itself, and the caller heard of the broken connection only. */
    @Test
    void anErrorOfTheThreadBreaksTheReadingAndIsThrown() {
        StreamingBody stream = new StreamingBody(to -> {
            to.accept(ONE);
            throw new OutOfMemoryError("as for a large import");
        });
        InputStream in = stream.open();
        assertThrows(IOException.class, in::readAllBytes);
        assertThrows(OutOfMemoryError.class, stream::close);
    }
}
