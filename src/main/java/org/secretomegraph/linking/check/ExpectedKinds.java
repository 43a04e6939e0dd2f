package org.secretomegraph.linking.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.io.ResourceTable;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;

/** Which kind of term each place asks for: {@code linking/expected-kinds.tsv}, and for subjects and objects the ontology. */
final class ExpectedKinds {
    private static final Node SUBJECT_KIND = Scso.term("subjectKind");
    private static final Node OBJECT_KIND = Scso.term("objectKind");

    private final Map<String, ExpectedKind> byPlace = new HashMap<>();
    private final Graph ontology;

    private ExpectedKinds(Graph ontology) {
        this.ontology = ontology;
    }

    /** @param ontology what says which kinds a relation joins */
    static ExpectedKinds of(Graph ontology, PrefixRegistry prefixes) {
        ExpectedKinds kinds = new ExpectedKinds(ontology);
        for (var row : ResourceTable.read("/linking/expected-kinds.tsv")) {
            ExpectedKind expected = new ExpectedKind(row.getField("asked"), iris(row.getField("under"), prefixes),
                    iris(row.getField("not_under"), prefixes));
            kinds.byPlace.put(row.getField("column"), expected);
            kinds.byPlace.put(Scso.NS + row.getField("property"), expected);
        }
        return kinds;
    }

    /**
     * What a place asks for.
     *
     * @param place    column or IRI of the property
     * @param relation name of the claim's relation; empty when there is none
     */
    ExpectedKind expected(String place, String relation) {
        ExpectedKind expected = byPlace.getOrDefault(place, ExpectedKind.ANY);
        boolean isSubject = place.matches("(.*/)?subject");
        if (relation.isEmpty() || !(isSubject || place.matches("(.*/)?object"))) {
            return expected;
        }
        Set<String> under = ontology.stream(Scso.term(relation), isSubject ? SUBJECT_KIND : OBJECT_KIND, Node.ANY)
                .map(t -> t.getObject().getURI()).collect(Collectors.toSet());
        return new ExpectedKind("what '" + relation + "' asks for as its " + (isSubject ? "subject" : "object"), under,
                expected.notUnder());
    }

    private static Set<String> iris(String curies, PrefixRegistry prefixes) {
        return Arrays.stream(curies.split("\\|")).filter(c -> !c.isEmpty())
                .map(c -> prefixes.iri(c).orElseThrow()).collect(Collectors.toSet());
    }
}
