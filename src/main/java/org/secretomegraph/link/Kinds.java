package org.secretomegraph.link;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.secretomegraph.vocab.Scso;

/** Which kind of term each place asks for: {@code link/kinds.tsv}, and for subjects and objects the ontology. */
final class Kinds {
    private static final String FILE = "/link/kinds.tsv";
    private static final Node SUBJECT_KIND = Scso.term("subjectKind");
    private static final Node OBJECT_KIND = Scso.term("objectKind");

    private final Map<String, AskedKind> byPlace = new HashMap<>();
    private final Graph ontology;

    private Kinds(Graph ontology) {
        this.ontology = ontology;
    }

    /** @param ontology what says which kinds a relation joins */
    static Kinds of(Graph ontology, PrefixMap prefixes) {
        Kinds kinds = new Kinds(ontology);
        try (InputStream in = Kinds.class.getResourceAsStream(FILE);
                var rows = CsvReader.builder().fieldSeparator('\t').quoteCharacter('\0')
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                AskedKind asked = new AskedKind(row.getField("asked"), iris(row.getField("under"), prefixes),
                        iris(row.getField("not_under"), prefixes));
                kinds.byPlace.put(row.getField("column"), asked);
                kinds.byPlace.put(Scso.NS + row.getField("property"), asked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    /**
     * What a place asks for.
     *
     * @param place    column or IRI of the property
     * @param relation name of the claim's relation; empty when there is none
     */
    AskedKind asked(String place, String relation) {
        AskedKind asked = byPlace.getOrDefault(place, AskedKind.ANY);
        boolean isSubject = place.matches("(.*/)?subject");
        if (relation.isEmpty() || !(isSubject || place.matches("(.*/)?object"))) {
            return asked;
        }
        Set<String> under = ontology.stream(Scso.term(relation), isSubject ? SUBJECT_KIND : OBJECT_KIND, Node.ANY)
                .map(t -> t.getObject().getURI()).collect(Collectors.toSet());
        return new AskedKind("what '" + relation + "' asks for as its " + (isSubject ? "subject" : "object"), under,
                asked.notUnder());
    }

    private static Set<String> iris(String curies, PrefixMap prefixes) {
        return Arrays.stream(curies.split("\\|")).filter(c -> !c.isEmpty())
                .map(c -> prefixes.iri(c).orElseThrow()).collect(Collectors.toSet());
    }
}
