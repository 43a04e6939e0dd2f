package org.secretomegraph.linking.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.secretomegraph.graph.ObsoleteTerms;
import org.secretomegraph.graph.TermLabels;
import org.secretomegraph.vocab.Terms;

/**
 * Turns the triples of an ontology into facts, one by one. Only what comes in pieces is kept: restrictions on part-of
 * (three triples around a blank node, in any order) and the header until it is known which subject it is about.
 */
public final class OwlTripleAdapter {
    static final String OBO_IN_OWL = "http://www.geneontology.org/formats/oboInOwl#";

    private static final String TITLE = "http://purl.org/dc/terms/title";
    private static final String LICENSE = "http://purl.org/dc/terms/license";
    private static final String DC_TITLE = "http://purl.org/dc/elements/1.1/title";
    private static final String DOAP_VERSION = "http://usefulinc.com/ns/doap#Version";
    private static final Map<Node, TermField> DECLARATIONS = Map.of(
            OWL2.Class.asNode(), TermField.CLASS,
            RDFS.Class.asNode(), TermField.CLASS,
            OWL2.ObjectProperty.asNode(), TermField.PROPERTY,
            OWL2.DatatypeProperty.asNode(), TermField.DATA_PROPERTY,
            OWL2.AnnotationProperty.asNode(), TermField.ANNOTATION_PROPERTY,
            OWL2.NamedIndividual.asNode(), TermField.INDIVIDUAL,
            OWL2.Ontology.asNode(), TermField.NO_TERM,
            RDFS.Datatype.asNode(), TermField.NO_TERM);
    private static final Map<String, TermField> TEXTS = Map.of(
            RDFS.label.getURI(), TermField.LABEL,
            OBO_IN_OWL + "hasExactSynonym", TermField.EXACT_SYNONYM,
            OBO_IN_OWL + "hasRelatedSynonym", TermField.OTHER_SYNONYM,
            OBO_IN_OWL + "hasBroadSynonym", TermField.OTHER_SYNONYM,
            OBO_IN_OWL + "hasNarrowSynonym", TermField.OTHER_SYNONYM,
            "http://www.ebi.ac.uk/efo/alternative_term", TermField.EXACT_SYNONYM,
            Terms.OBO + "IAO_0000118", TermField.OTHER_SYNONYM);
    private static final Map<String, TermField> TERMS = Map.of(
            RDFS.subClassOf.getURI(), TermField.IS_A,
            RDFS.subPropertyOf.getURI(), TermField.IS_A,
            OWL2.inverseOf.getURI(), TermField.INVERSE_OF,
            Terms.OBO + "IAO_0100001", TermField.REPLACED_BY,
            OBO_IN_OWL + "consider", TermField.CONSIDER,
            OBO_IN_OWL + "hasAlternativeId", TermField.MERGED);

    private final OntologyHandler handler;
    private final OboIdentifiers ids = new OboIdentifiers();
    private final Set<Node> onPartOf = new HashSet<>();
    private final Map<Node, String> fillers = new HashMap<>();
    private final Map<Node, List<String>> restricted = new HashMap<>();
    private final Map<Node, List<OboGraphsMeta.Value>> headers = new HashMap<>();
    private @Nullable Node ontology;

    public OwlTripleAdapter(OntologyHandler handler) {
        this.handler = handler;
    }

    /** The header property that an IRI stands for. */
    static Optional<HeaderField> headerField(String property) {
        return Optional.ofNullable(switch (property) {
            case TITLE, DC_TITLE -> HeaderField.TITLE;
            case LICENSE -> HeaderField.LICENSE;
            case DOAP_VERSION -> HeaderField.VERSION;
            case OBO_IN_OWL + "date" -> HeaderField.DATE;
            default -> property.equals(OWL2.versionInfo.getURI()) || property.equals(OWL2.versionIRI.getURI())
                    ? HeaderField.VERSION : property.equals(OWL2.imports.getURI()) ? HeaderField.IMPORT : null;
        });
    }

    public void triple(Triple t) {
        Node subject = t.getSubject();
        String property = t.getPredicate().getURI();
        Node value = t.getObject();
        if (subject.equals(Node.ANY)) {
            header(subject, property, value);
        } else if (subject.isBlank()) {
            restriction(subject, property, value);
        } else if (subject.isURI()) {
            named(subject, property, value);
        }
    }

    private void header(Node subject, String property, Node value) {
        if (property.equals(RDF.type.getURI()) && value.equals(OWL2.Ontology.asNode()) && ontology == null) {
            ontology = subject;
        } else if (headerField(property).isPresent()) {
            headers.computeIfAbsent(subject, s -> new ArrayList<>())
                    .add(new OboGraphsMeta.Value(property, text(value)));
        }
    }

    private void named(Node subject, String property, Node value) {
        if (property.equals(RDF.type.getURI())) {
            type(subject, value);
        } else if (TEXTS.containsKey(property) && value.isLiteral()) {
            if (value.getLiteralLanguage().isEmpty() || TermLabels.isEnglish(value.getLiteralLanguage())) {
                handler.term(subject.getURI(), TEXTS.get(property), value.getLiteralLexicalForm());
            }
        } else if (TERMS.containsKey(property)) {
            relation(subject, TERMS.get(property), value);
        } else if (property.equals(OWL2.deprecated.getURI())) {
            if (ObsoleteTerms.isTrue(value)) {
                handler.term(subject.getURI(), TermField.OBSOLETE, "");
            }
        } else {
            header(subject, property, value);
        }
    }

    private void type(Node subject, Node type) {
        TermField declaration = DECLARATIONS.get(type);
        if (declaration != null) {
            handler.term(subject.getURI(), declaration, "");
        }
        if (type.equals(OWL2.Ontology.asNode()) && ontology == null) {
            ontology = subject;
        }
    }

    private void relation(Node subject, TermField field, Node value) {
        if (value.isURI()) {
            handler.term(subject.getURI(), field, value.getURI());
        } else if (value.isLiteral()) {
            handler.term(subject.getURI(), field, ids.iri(value.getLiteralLexicalForm().strip()));
        } else if (field == TermField.IS_A) {
            restricted.computeIfAbsent(value, v -> new ArrayList<>(1)).add(subject.getURI());
            completeRestriction(value);
        }
    }

    private void restriction(Node blank, String property, Node value) {
        if (property.equals(OWL2.onProperty.getURI()) && value.isURI() && OboIdentifiers.isPartOf(value.getURI())) {
            onPartOf.add(blank);
        } else if (property.equals(OWL2.someValuesFrom.getURI()) && value.isURI()) {
            fillers.put(blank, value.getURI());
        } else {
            return;
        }
        completeRestriction(blank);
    }

    /** A restriction whose three triples have all come is said and forgotten. */
    private void completeRestriction(Node blank) {
        if (onPartOf.contains(blank) && fillers.containsKey(blank) && restricted.containsKey(blank)) {
            restricted.remove(blank).forEach(term -> handler.term(term, TermField.PART_OF, fillers.get(blank)));
            onPartOf.remove(blank);
            fillers.remove(blank);
        }
    }

    /** To be called when all triples have come: now it is known which subject is the ontology. */
    public void finish() {
        if (ontology == null) {
            return;
        }
        handler.header(HeaderField.ONTOLOGY, ontology.isURI() ? ontology.getURI() : "");
        headers.getOrDefault(ontology, List.of())
                .forEach(v -> headerField(v.property()).ifPresent(field -> handler.header(field, v.value())));
    }

    private static String text(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }
}
