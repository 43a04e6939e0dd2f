package org.secretomegraph.server.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.pages.EntityPage;
import org.secretomegraph.pages.EntityPage.Fact;
import org.secretomegraph.pages.EntityPage.Format;
import org.secretomegraph.pages.EntityPage.Table;
import org.secretomegraph.pages.ResultPage.Cell;
import org.secretomegraph.pages.ResultPage.Row;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/** What a page about a thing shows. The same kind of thing has its facts in the same order. */
final class EntityPageModel {
    private static final int SHOWN = 200;
    private static final int HIGHEST = 12;
    private static final List<Node> DEFINITIONS = List.of(Terms.definition, Terms.ownDefinition, Scso.finding,
            Terms.description);
    /** In this order; all others follow, by label. */
    private static final List<Node> ORDER = Stream.of(Stream.of(Scso.subject, Scso.subjectAsNamed, Scso.relation,
            Scso.object, Scso.outcome, Scso.evidenceLevel, Scso.setting, Scso.sourceCell, Scso.sourceTissue,
            Scso.donorSpecies, Scso.preparation, Scso.isolation, Scso.preconditioning, Scso.preconditioningDetail,
            Scso.hostSpecies, Scso.model, Scso.regimen, Scso.measure, Scso.assay, Scso.evidence, Scso.studyKind,
            Scso.publication, Scso.registration, RDFS.comment.asNode(), Scso.readingDepth, Scso.seenAt,
            Terms.wasAttributedTo, Terms.created, Scso.sourceFile, Scso.sourceRow,
            Terms.issued, Terms.doi, Terms.pmid, Scso.pmcid, Terms.definitionSource),
            Terms.SYNONYMS.stream(), Stream.of(RDFS.subClassOf.asNode(), OWL2.equivalentClass.asNode(),
                    RDFS.subPropertyOf.asNode(), Terms.xref))
            .flatMap(s -> s).toList();

    private final Entities things;
    private final Node thing;
    private final ManchesterText expression;

    EntityPageModel(Entities things, Node thing) {
        this.things = things;
        this.thing = thing;
        this.expression = new ManchesterText(things);
    }

    EntityPage page(String path, String script) {
        boolean withdrawn = things.isWithdrawn(thing);
        List<Cell> use = things.replacements(thing).stream().map(this::cell).toList();
        String notice = !withdrawn ? "" : use.isEmpty() ? "This term is withdrawn, and nothing replaces it."
                : "This term is withdrawn. Use instead:";
        Optional<Node> lead = DEFINITIONS.stream().filter(d -> things.text(thing, d).isPresent()).findFirst();
        return new EntityPage(title(), kind(), thing.getURI(), notice, use,
                lead.flatMap(d -> things.text(thing, d)).orElse(""),
                above(), facts(lead), tables(), formats(path), script);
    }

    private String title() {
        boolean isClaim = things.isA(thing, Scso.Claim) || !things.values(thing, Scso.relation).isEmpty();
        return !isClaim ? things.label(thing) : Stream.of(Scso.subject, Scso.relation, Scso.object)
                .flatMap(p -> things.values(thing, p).stream().limit(1)).map(things::label)
                .reduce((a, b) -> a + " " + b).map(said -> said + otherwise()).orElse(things.label(thing));
    }

    /**
     * A title is read alone, in a list of pages found: it must not say what was looked for in vain as if it were found.
     */
    private String otherwise() {
        return things.values(thing, Scso.outcome).stream().filter(outcome -> !outcome.equals(Scso.term("supports")))
                .limit(1)
                .map(outcome -> ": " + things.label(outcome)).collect(Collectors.joining());
    }

    private String kind() {
        Optional<String> curie = Curie.compact(thing.getURI());
        List<String> kinds = things.values(thing, RDF.type.asNode()).stream().filter(Node::isURI)
                .filter(k -> !k.equals(OWL2.NamedIndividual.asNode())).map(things::label)
                .map(label -> label.replaceFirst("^.*:", "")).distinct().limit(3).toList();
        String kind = kinds.isEmpty() ? "identifier" : String.join(", ", kinds);
        return curie.map(c -> kind + " · " + c).orElse(kind);
    }

    private List<Cell> above() {
        List<Cell> path = new ArrayList<>();
        Set<Node> seen = new HashSet<>(Set.of(thing));
        Optional<Node> next = higher(thing, seen);
        while (next.isPresent() && path.size() < HIGHEST) {
            path.add(0, cell(next.get()));
            next = higher(next.get(), seen);
        }
        return path;
    }

    private Optional<Node> higher(Node from, Set<Node> seen) {
        return Stream.of(RDFS.subClassOf, RDFS.subPropertyOf).flatMap(p -> things.values(from, p.asNode()).stream())
                .filter(Node::isURI).filter(seen::add).findFirst();
    }

    private List<Fact> facts(Optional<Node> lead) {
        TreeMap<Node, List<Node>> byProperty = new TreeMap<>(Comparator.comparing((Node p) -> ORDER.contains(p)
                ? ORDER.indexOf(p) : ORDER.size()).thenComparing(p -> PropertyNames.of(p, things))
                .thenComparing(Node::getURI));
        things.asserted().stream(thing, Node.ANY, Node.ANY).filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
                .filter(t -> !t.getPredicate().equals(RDFS.label.asNode()))
                .filter(t -> lead.isEmpty() || !t.getPredicate().equals(lead.get()))
                .forEach(t -> byProperty.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>()).add(t.getObject()));
        List<Fact> facts = new ArrayList<>(elsewhere());
        byProperty.forEach((property, values) -> facts.add(new Fact(named(property), cells(values))));
        List<Node> below = Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                .flatMap(p -> things.subjects(p.asNode(), thing).stream()).filter(Node::isURI).toList();
        if (!below.isEmpty()) {
            facts.add(new Fact(new Cell("terms below", ""), cells(below)));
        }
        return facts;
    }

    /** Where the thing itself, its data or its answer is to be had. */
    private List<Fact> elsewhere() {
        List<Fact> facts = new ArrayList<>();
        String iri = thing.getURI();
        if (!iri.startsWith(EntityPath.ONTOLOGY) && iri.matches("https?://.*")) {
            facts.add(new Fact(new Cell("at its source", ""), List.of(new Cell(iri, iri))));
        }
        if (iri.startsWith(Scso.NS + "graph/")) {
            facts.add(new Fact(new Cell("all triples", ""), List.of(new Cell("Turtle, JSON-LD, N-Triples ...",
                    "/secretome/data?graph=" + iri))));
        }
        if (iri.startsWith(Scso.NS + "claim/")) {
            facts.add(new Fact(new Cell("as a nanopublication", ""), List.of(new Cell("TriG", EntityPath.encoded(
                    NanopubServlet.PATH + iri.substring((Scso.NS + "claim/").length())) + ".trig"))));
        }
        if (iri.startsWith(Scso.NS + "question/") && !iri.endsWith("/prefixes")) {
            facts.add(new Fact(new Cell("answer", ""), List.of(new Cell("as a table",
                    "/questions/" + iri.substring((Scso.NS + "question/").length())))));
        }
        return facts;
    }

    private List<Cell> cells(List<Node> values) {
        List<Cell> cells = new ArrayList<>(values.stream().map(this::cell).distinct()
                .sorted(Comparator.comparing(Cell::text, String.CASE_INSENSITIVE_ORDER)).limit(SHOWN).toList());
        if (values.size() > SHOWN) {
            cells.add(new Cell("and " + (values.size() - SHOWN) + " more", ""));
        }
        return cells;
    }

    Cell cell(Node node) {
        if (node.isURI()) {
            return new Cell(things.label(node), things.path(node));
        }
        if (node.isBlank()) {
            return new Cell(expression.of(node), "");
        }
        String text = node.getLiteralLexicalForm();
        if (node.getLiteralDatatypeURI().endsWith("#anyURI") && text.matches("https?://[^\\s\"<>]+")) {
            return new Cell(text, text);
        }
        return new Cell(text, Curie.expand(text).map(NodeFactory::createURI).filter(things::isKnown).map(things::path)
                .orElse(""));
    }

    private Cell named(Node property) {
        return new Cell(PropertyNames.of(property, things), things.path(property));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>(new ClaimTables(things, this::cell).of(thing));
        TreeMap<String, Row> named = new TreeMap<>();
        TreeMap<Node, Long> counted = new TreeMap<>(Comparator.comparing(Node::toString));
        things.asserted().stream(Node.ANY, Node.ANY, thing).map(Triple::getPredicate)
                .forEach(p -> counted.merge(p, 1L, Long::sum));
        counted.forEach((property, number) -> named.put(PropertyNames.of(property, things) + property.getURI(),
                new Row(List.of(named(property), new Cell(String.valueOf(number), "")))));
        if (!named.isEmpty()) {
            tables.add(new Table("Where it is named", "", List.of("as", "how often"), List.copyOf(named.values())));
        }
        return tables;
    }

    static List<Format> formats(String path) {
        return Stream.of(Representation.values()).filter(r -> r != Representation.HTML)
                .map(r -> new Format(r.name().replace("RDF_XML", "RDF/XML").replace("JSON_LD", "JSON-LD")
                        .replace("N_TRIPLES", "N-Triples").replace("TURTLE", "Turtle"), path + r.suffix(),
                        r.mediaType()))
                .toList();
    }
}
