package org.secretomegraph.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;

/**
 * An ontology of any size that looks like ours: the record vocabulary as it is (relations, outcomes, levels), and under
 * the roots of each kind of term a tree of made-up terms.
 */
final class GeneratedTerms {
    private static final String MADE = "https://example.org/made/";
    /** Over all roots, and in place of what is over the record vocabulary in ontologies that are left out. */
    private static final Node TOP = NodeFactory.createURI(MADE + "thing");
    private static final Node DEFINITION = obo("IAO_0000115");
    private static final Node ID = NodeFactory.createURI("http://www.geneontology.org/formats/oboInOwl#id");

    /** Kinds of term, with their share of all terms. */
    enum Kind {
        COMPONENT(Scso.term("0000004"), 25), PROCESS(obo("GO_0008150"), 25), CONDITION(obo("MONDO_0000001"), 20),
        CELL(obo("CL_0000000"), 6), TISSUE(obo("UBERON_0001062"), 8), TAXON(obo("NCBITaxon_1"), 4),
        PREPARATION(Scso.term("0000116"), 3), ISOLATION(Scso.term("0000300"), 2),
        PRECONDITIONING(Scso.term("0000201"), 2),
        ASSAY(obo("OBI_0000070"), 3), EVIDENCE(obo("ECO_0000000"), 2);

        final Node root;
        private final int share;

        Kind(Node root, int share) {
            this.root = root;
            this.share = share;
        }
    }

    private final Graph vocabulary;
    private final Map<Kind, List<Node>> terms = new HashMap<>();

    /**
     * @param ontology our ontology
     * @param count    how many terms to make
     */
    GeneratedTerms(Graph ontology, int count) {
        this.vocabulary = ontology;
        for (Kind kind : Kind.values()) {
            List<Node> made = new ArrayList<>();
            for (int i = 0; i < Math.max(4, count * kind.share / 100); i++) {
                made.add(NodeFactory.createURI(MADE + kind + "_" + String.format("%07d", i)));
            }
            terms.put(kind, made);
        }
    }

    /** A term of a kind. A few are used often and most of them rarely, as in publications. */
    Node pick(Kind kind, SplittableRandom random) {
        List<Node> all = terms.get(kind);
        double chance = random.nextDouble();
        return all.get((int) (all.size() * chance * chance));
    }

    void tell(Consumer<Triple> out) {
        out.accept(Triple.create(TOP, RDF.type.asNode(), OWL.Class.asNode()));
        out.accept(Triple.create(TOP, RDFS.label.asNode(), english("thing")));
        vocabulary.find().filterKeep(t -> isRecordVocabulary(t.getSubject())).forEachRemaining(t -> {
            if (isTold(t)) {
                out.accept(t);
            } else if (t.getPredicate().equals(RDFS.subClassOf.asNode())) {
                out.accept(Triple.create(t.getSubject(), t.getPredicate(), TOP));
            }
        });
        terms.forEach((kind, made) -> {
            root(kind, out);
            for (int i = 0; i < made.size(); i++) {
                term(made.get(i), i == 0 ? kind.root : made.get((i - 1) / 4), kind, out);
            }
        });
    }

    private void root(Kind kind, Consumer<Triple> out) {
        out.accept(Triple.create(kind.root, RDF.type.asNode(), OWL.Class.asNode()));
        out.accept(Triple.create(kind.root, RDFS.subClassOf.asNode(), TOP));
        out.accept(Triple.create(kind.root, RDFS.label.asNode(), english(kind.name().toLowerCase(Locale.ROOT))));
        if (kind.root.getURI().startsWith(Scso.NS)) {
            vocabulary.find(kind.root, Node.ANY, Node.ANY).filterKeep(t -> t.getObject().isLiteral()
                    && !t.getPredicate().equals(RDFS.label.asNode())
                    || t.getPredicate().getURI().startsWith("http://purl.org/dc/"))
                    .forEachRemaining(out);
        }
    }

    private static void term(Node term, Node parent, Kind kind, Consumer<Triple> out) {
        String name = term.getURI().substring(MADE.length()).replace('_', ' ').toLowerCase(Locale.ROOT);
        out.accept(Triple.create(term, RDF.type.asNode(), OWL.Class.asNode()));
        out.accept(Triple.create(term, RDFS.label.asNode(), english(name)));
        out.accept(Triple.create(term, RDFS.subClassOf.asNode(), parent));
        out.accept(Triple.create(term, ID, NodeFactory.createLiteralString(term.getURI().substring(MADE.length()))));
        if (kind == Kind.PREPARATION) {
            out.accept(Triple.create(term, DEFINITION, english("A preparation that is made up.")));
        }
    }

    private static boolean isRecordVocabulary(Node subject) {
        return subject.isURI() && subject.getURI().matches(Scso.NS + "[A-Za-z]+");
    }

    /** What a term says of terms that were left out would be found wrong. */
    private boolean isTold(Triple t) {
        boolean up = t.getPredicate().equals(RDFS.subClassOf.asNode())
                || t.getPredicate().equals(RDFS.subPropertyOf.asNode());
        return !t.getObject().isBlank() && (!up || isRecordVocabulary(t.getObject()));
    }

    private static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    private static Node obo(String name) {
        return NodeFactory.createURI("http://purl.obolibrary.org/obo/" + name);
    }
}
