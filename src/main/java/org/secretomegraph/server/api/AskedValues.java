package org.secretomegraph.server.api;

import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.secretomegraph.catalogue.Question;
import org.secretomegraph.graph.BadInput;

/** The values that a question is asked with on a page, held to the same rules as those of a program. */
public final class AskedValues {
    private AskedValues() {}

    /** @throws BadInput when one of them can only have no answer; says what would fit */
    public static void check(Question question, DatasetGraph graph, Map<String, String> given) {
        try {
            new Advice(question, graph).check(given);
        } catch (Problem e) {
            throw new BadInput(e.getMessage(), e);
        }
    }
}
