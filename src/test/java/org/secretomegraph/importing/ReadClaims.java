package org.secretomegraph.importing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.guard.Validator;
import org.secretomegraph.importing.record.BufferedImport;
import org.secretomegraph.importing.record.ImportTerms;
import org.secretomegraph.report.ValidationResult;

/** Claims that were read from a file, as lines, and what the shapes say of them. */
public final class ReadClaims {
    private ReadClaims() {}

    public static Path[] vesiclepedia() {
        return List.of("proteins", "mirnas", "lipids", "experiments").stream()
                .map(table -> ImportSample.file("vesiclepedia-" + table + ".txt")).toArray(Path[]::new);
    }

    public static ValidationResult judged(ImportSample sample) {
        return new Validator(BundledGraph.services().shapes()).validate(BundledGraph.snapshot().union(),
                List.of(BufferedImport.of(sample.importer(), Long.MAX_VALUE).proposed().orElseThrow()));
    }

    public static Set<String> values(Graph graph, Node property) {
        return graph.stream(Node.ANY, property, Node.ANY).map(t -> t.getObject().isLiteral()
                ? t.getObject().getLiteralLexicalForm() : t.getObject().getURI()).collect(Collectors.toSet());
    }

    public static Set<String> withoutRows(Set<String> claims) {
        return claims.stream().map(c -> c.replaceFirst(" row \\d+$", "")).collect(Collectors.toSet());
    }

    public static Set<String> claims(Graph triples) {
        var query = QueryFactory.create("""
                PREFIX scso: <https://w3id.org/scso/>
                SELECT ?s ?r ?o ?outcome ?evidence ?row
                WHERE { ?claim scso:subject ?s ; scso:relation ?r ; scso:object ?o ; scso:outcome ?outcome ;
                    scso:evidence ?evidence ; scso:sourceRow ?row }
                """);
        Set<String> claims = new TreeSet<>();
        ImportTerms known = ImportTerms.of(BundledGraph.snapshot().union());
        try (QueryExecution run = QueryExecution.create(query, ModelFactory.createModelForGraph(triples))) {
            run.execSelect().forEachRemaining(row -> claims.add(String.join(" ", Arrays.asList(
                    known.label(row.get("s").asNode()), local(row.get("r").asNode()),
                    known.label(row.get("o").asNode()),
                    local(row.get("outcome").asNode()), local(row.get("evidence").asNode()), "row "
                            + row.getLiteral("row").getInt()))));
        }
        return claims;
    }

    private static String local(Node node) {
        return node.getURI().replaceFirst("^.*/", "");
    }
}
