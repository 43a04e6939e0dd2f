package org.secretomegraph.curation.term;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.SheetErrors;
import org.secretomegraph.curation.read.SheetReader;
import org.secretomegraph.vocab.Curie;

/** The terms that the cells of a sheet name, whether anything is known of them or not. */
public final class ReferencedTerms {
    private static final String FORM = "[A-Za-z]+:[A-Za-z0-9._-]+";

    private ReferencedTerms() {}

    public static Set<Node> of(Path file) {
        List<ClaimColumn> columns = Arrays.stream(ClaimColumn.values()).filter(ClaimColumn::holdsTerms).toList();
        return SheetReader.read(file, new SheetErrors(file.toString())).rows().stream()
                .flatMap(row -> columns.stream().flatMap(column -> row.parts(column).stream()))
                .filter(id -> id.matches(FORM)).flatMap(id -> Curie.expand(id).stream()).map(NodeFactory::createURI)
                .collect(Collectors.toSet());
    }
}
