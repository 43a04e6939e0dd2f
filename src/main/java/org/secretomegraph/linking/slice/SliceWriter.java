package org.secretomegraph.linking.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.secretomegraph.vocab.PrefixRegistry;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * A slice as Turtle. The layout is fixed: one block a term, sorted by IRI, one value a line, so that the difference
 * between two releases can be read.
 */
final class SliceWriter {
    private static final String PART_OF = Terms.OBO + "BFO_0000050";
    private static final String HEADER = """
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix obo: <http://purl.obolibrary.org/obo/> .
            @prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;

    private final Slice slice;
    private final PrefixRegistry prefixes;

    private SliceWriter(Slice slice, PrefixRegistry prefixes) {
        this.slice = slice;
        this.prefixes = prefixes;
    }

    static String of(Slice slice, PrefixRegistry prefixes) {
        return new SliceWriter(slice, prefixes).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n').append(header());
        Map<String, String> blocks = new TreeMap<>();
        if (slice.terms().stream().anyMatch(t -> !t.partOf().isEmpty())) {
            blocks.put(PART_OF, "# part of\n" + name(PART_OF) + "\n    a owl:ObjectProperty .\n");
        }
        slice.terms().forEach(term -> blocks.put(term.iri(), block(term)));
        Stream.concat(annotations(), blocks.values().stream()).forEach(block -> text.append('\n').append(block));
        return text.toString();
    }

    private String header() {
        List<String> lines = new ArrayList<>(List.of("a owl:Ontology"));
        slice.license().ifPresent(l -> lines.add("dcterms:license <" + l + ">"));
        TreeSet<String> sources = new TreeSet<>(slice.sources());
        sources.add(slice.ontology());
        lines.add(values("dcterms:source", sources.stream().map(s -> "<" + s + ">").toList()));
        lines.add("dcterms:title " + quoted(slice.title()) + "@en");
        lines.add("rdfs:comment " + quoted("The terms that the graph uses and their ancestors by is_a and part_of;"
                + " identifiers, labels, exact synonyms and parents only, no definitions. " + slice.origin()) + "@en");
        slice.version().ifPresent(v -> lines.add("owl:versionInfo " + quoted(v)));
        return "# " + slice.title() + "\n<" + Scso.NS + "imports/" + slice.name() + ">\n    "
                + String.join(" ;\n    ", lines) + " .\n";
    }

    private Stream<String> annotations() {
        List<String> used = new ArrayList<>();
        if (slice.terms().stream().anyMatch(t -> !t.replacedBy().isEmpty())) {
            used.add("obo:IAO_0100001");
        }
        if (slice.terms().stream().anyMatch(t -> !t.exact().isEmpty())) {
            used.add("oboInOwl:hasExactSynonym");
        }
        used.add("oboInOwl:id");
        return used.stream().map(p -> p + "\n    a owl:AnnotationProperty .\n");
    }

    private String block(Term term) {
        Optional<String> curie = prefixes.curie(term.iri());
        List<String> lines = new ArrayList<>(List.of("a " + term.type()));
        term.label().ifPresent(l -> lines.add("rdfs:label " + quoted(l)));
        add(lines, "obo:IAO_0100001", term.replacedBy().stream().map(SliceWriter::name).toList());
        add(lines, "oboInOwl:hasExactSynonym", term.exact().stream().map(SliceWriter::quoted).toList());
        curie.ifPresent(c -> lines.add("oboInOwl:id " + quoted(c)));
        lines.add("rdfs:isDefinedBy <" + definedBy(term.iri()) + ">");
        List<String> parents = new ArrayList<>(term.isA().stream().map(SliceWriter::name).toList());
        term.partOf().forEach(whole -> parents.add("[ a owl:Restriction ; owl:onProperty " + name(PART_OF)
                + " ; owl:someValuesFrom " + name(whole) + " ]"));
        add(lines, term.type().endsWith("Property") ? "rdfs:subPropertyOf" : "rdfs:subClassOf", parents);
        if (term.obsolete()) {
            lines.add("owl:deprecated true");
        }
        add(lines, "owl:inverseOf", term.inverses().stream().map(SliceWriter::name).toList());
        return "# " + term.label().orElseGet(() -> curie.orElse(term.iri())).replaceAll("\\s+", " ") + "\n"
                + name(term.iri()) + "\n    " + String.join(" ;\n    ", lines) + " .\n";
    }

    /** The ontology that a term is from: the OBO library names it by the term's prefix. */
    private String definedBy(String iri) {
        String local = iri.startsWith(Terms.OBO) ? iri.substring(Terms.OBO.length()) : "";
        return local.matches("[A-Za-z]+_\\w+")
                ? Terms.OBO + local.substring(0, local.lastIndexOf('_')).toLowerCase(Locale.ROOT) + ".owl"
                : slice.ontology();
    }

    private static void add(List<String> lines, String property, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(values(property, values));
        }
    }

    private static String values(String property, List<String> values) {
        return values.size() == 1 ? property + " " + values.get(0)
                : property + "\n        " + String.join(" ,\n        ", values);
    }

    private static String name(String iri) {
        String local = iri.startsWith(Terms.OBO) ? iri.substring(Terms.OBO.length()) : "";
        return local.matches("[A-Za-z]\\w*") ? "obo:" + local : "<" + iri + ">";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t") + '"';
    }
}
