package org.secretomegraph.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Direct links between terms, derived from claims. The rules are SPARQL CONSTRUCT queries in {@code ontology/rules/}: what
 * makes a link is a decision of the field, to be read and changed there and not in Java.
 */
final class DirectLinks {
    private DirectLinks() {}

    /** What the rules construct from the claims in the given graph. */
    static Graph of(Graph claims, List<Path> rules) {
        Graph links = GraphFactory.createDefaultGraph();
        for (Path rule : rules) {
            try (QueryExec exec = QueryExec.graph(claims).query(QueryFactory.create(text(rule))).build()) {
                exec.construct(links);
            }
        }
        return links;
    }

    private static String text(Path rule) {
        try {
            return Files.readString(rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
