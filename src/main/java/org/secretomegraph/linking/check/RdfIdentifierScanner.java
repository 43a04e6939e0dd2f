package org.secretomegraph.linking.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.RdfSource;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** The identifiers of an RDF file: terms' IRIs wherever they stand, and cross references written as text. */
final class RdfIdentifierScanner {
    private static final String XREF = "http://www.geneontology.org/formats/oboInOwl#hasDbXref";

    private final CheckedFile file;
    private final ExpectedKinds kinds;
    private final PrefixRegistry prefixes;
    private final Graph graph;
    private final Set<IdentifierUse> uses = new LinkedHashSet<>();

    private RdfIdentifierScanner(CheckedFile file, ExpectedKinds kinds, PrefixRegistry prefixes) {
        this.file = file;
        this.kinds = kinds;
        this.prefixes = prefixes;
        this.graph = RdfSource.triples(file.path());
    }

    static List<IdentifierUse> read(CheckedFile file, ExpectedKinds kinds, PrefixRegistry prefixes) {
        RdfIdentifierScanner found = new RdfIdentifierScanner(file, kinds, prefixes);
        found.graph.stream().forEach(found::triple);
        return List.copyOf(found.uses);
    }

    /** A file that withdraws a term has to name it. */
    private void triple(Triple t) {
        // A file that withdraws a term has to name it.
        if (!graph.contains(t.getSubject(), RDF.type.asNode(), OWL2.AnnotationProperty.asNode())
                && !ObsoleteTerms.is(t.getSubject(), graph)) {
            addUse(t.getSubject(), t.getSubject(), "", ExpectedKind.ANY);
        }
        String property = t.getPredicate().getURI();
        if (property.equals(XREF) && t.getObject().isLiteral()) {
            uses.add(new IdentifierUse(place(t.getSubject(), property), t.getObject().getLiteralLexicalForm(),
                    Optional.empty(), ExpectedKind.ANY, Optional.empty(), true));
        } else {
            addUse(t.getSubject(), t.getObject(), property, kinds.expected(property, relation(t.getSubject())));
        }
    }

    private String relation(Node claim) {
        return graph.stream(claim, Scso.relation, Node.ANY).map(Triple::getObject).filter(Node::isURI)
                .map(r -> r.getURI().replace(Scso.NS, "")).sorted().findFirst().orElse("");
    }

    private void addUse(Node focus, Node term, String property, ExpectedKind expected) {
        if (!term.isURI()) {
            return;
        }
        String iri = term.getURI();
        String http = iri.replaceFirst("^https:", "http:");
        Optional<String> written = prefixes.curie(iri).or(() -> unusual(iri))
                // The same name with https is another IRI, and nothing is known of it.
                .or(() -> http.equals(iri) || !http.startsWith(Terms.OBO) ? Optional.empty() : Optional.of(iri));
        written.ifPresent(
                w -> uses.add(new IdentifierUse(place(focus, property), w, Optional.empty(), expected,
                        Optional.empty(), false)));
    }

    /** A term's IRI that was spoilt: {@code obo/GO:0001525}, {@code obo/GO-0001525}. */
    private static Optional<String> unusual(String iri) {
        String local = iri.startsWith(Terms.OBO) ? iri.substring(Terms.OBO.length()) : "";
        return local.matches("[A-Za-z]+[:-]?\\d\\w*") || local.matches("[A-Za-z]+_") ? Optional.of(iri)
                : Optional.empty();
    }

    private Location place(Node focus, String property) {
        return Location.inGraph(file.name(), focus.isURI() ? focus.getURI() : "", property);
    }
}
