package org.secretomegraph.release.export;

import java.util.TreeMap;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;

/** Named graphs as TriG, one triple a line, sorted: the usual writer keeps the order of its hash tables. */
final class SortedTriGWriter {
    private final NodeFormatterTTL names;

    SortedTriGWriter(PrefixMap prefixes) {
        this.names = new NodeFormatterTTL(null, prefixes);
    }

    static String declarations(PrefixMap prefixes) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(prefixes.getMapping()).forEach(
                (prefix, iri) -> text.append("@prefix ").append(prefix).append(": <").append(iri).append("> .\n"));
        return text.toString();
    }

    String graph(Node name, Graph graph) {
        StringBuilder text = new StringBuilder("\n").append(text(name)).append(" {\n");
        graph.stream().map(t -> "    " + text(t.getSubject()) + " " + text(t.getPredicate()) + " " + text(t.getObject())
                + " .\n").sorted().forEach(text::append);
        return text.append("}\n").toString();
    }

    private String text(Node node) {
        IndentedLineBuffer out = new IndentedLineBuffer();
        names.format(out, node);
        return out.asString();
    }
}
