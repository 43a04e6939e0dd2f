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

/** The view model of a page about an entity. Entities of the same kind have their facts in the same order. */
final class EntityPageModel {
    private static final int MAX_VALUES = 200;
    private static final int MAX_ANCESTORS = 12;
    private static final List<Node> DEFINITIONS = List.of(Terms.definition, Terms.ownDefinition, Scso.finding,
            Terms.description);
    /** The first properties; all others follow, by label. */
    private static final List<Node> PROPERTY_ORDER = Stream
            .of(Stream.of(Scso.subject, Scso.subjectAsNamed, Scso.relation,
                    Scso.object, Scso.outcome, Scso.evidenceLevel, Scso.setting, Scso.sourceCell, Scso.sourceTissue,
                    Scso.donorSpecies, Scso.preparation, Scso.isolation, Scso.preconditioning,
                    Scso.preconditioningDetail,
                    Scso.hostSpecies, Scso.model, Scso.regimen, Scso.recipientCell,
                    Scso.matureMirna, Scso.comparison, Scso.measure, Scso.outcomeRole, Scso.endpointResult,
                    Scso.treatedNumber, Scso.controlNumber, Scso.effectSize, Scso.interval, Scso.pValue, Scso.assay,
                    Scso.evidence, Scso.studyKind,
                    Scso.publication, Scso.registration, RDFS.comment.asNode(), Scso.readingDepth, Scso.seenAt,
                    Terms.wasAttributedTo, Terms.created, Scso.sourceFile, Scso.sourceRow,
                    Terms.issued, Terms.doi, Terms.pmid, Scso.pmcid, Terms.definitionSource),
                    Terms.SYNONYMS.stream(), Stream.of(RDFS.subClassOf.asNode(), OWL2.equivalentClass.asNode(),
                            RDFS.subPropertyOf.asNode(), Terms.xref))
            .flatMap(s -> s).toList();

    private final Entities entities;
    private final Node entity;
    private final ManchesterText manchester;

    EntityPageModel(Entities entities, Node entity) {
        this.entities = entities;
        this.entity = entity;
        this.manchester = new ManchesterText(entities);
    }

    EntityPage page(String path, String script) {
        boolean withdrawn = entities.isObsolete(entity);
        List<Cell> use = entities.replacements(entity).stream().map(this::cell).toList();
        String notice = !withdrawn ? "" : use.isEmpty() ? "This term is withdrawn, and nothing replaces it."
                : "This term is withdrawn. Use instead:";
        Optional<Node> lead = DEFINITIONS.stream().filter(d -> entities.text(entity, d).isPresent()).findFirst();
        return new EntityPage(title(), kind(), entity.getURI(), notice, use,
                lead.flatMap(d -> entities.text(entity, d)).orElse(""),
                ancestors(), facts(lead), tables(), formats(path), script);
    }

    private String title() {
        boolean isClaim = entities.isA(entity, Scso.Claim) || !entities.values(entity, Scso.relation).isEmpty();
        return !isClaim ? entities.label(entity) : Stream.of(Scso.subject, Scso.relation, Scso.object)
                .flatMap(p -> entities.values(entity, p).stream().limit(1)).map(entities::label)
                .reduce((a, b) -> a + " " + b).map(said -> said + outcomeSuffix()).orElse(entities.label(entity));
    }

    /** A title is read alone, in a list of search results: it must not state as found what was not found. */
    private String outcomeSuffix() {
        return entities.values(entity, Scso.outcome).stream().filter(outcome -> !outcome.equals(Scso.term("supports")))
                .limit(1)
                .map(outcome -> ": " + entities.label(outcome)).collect(Collectors.joining());
    }

    private String kind() {
        Optional<String> curie = Curie.compact(entity.getURI());
        List<String> kinds = entities.values(entity, RDF.type.asNode()).stream().filter(Node::isURI)
                .filter(k -> !k.equals(OWL2.NamedIndividual.asNode())).map(entities::label)
                .map(label -> label.replaceFirst("^.*:", "")).distinct().limit(3).toList();
        String kind = kinds.isEmpty() ? "identifier" : String.join(", ", kinds);
        return curie.map(c -> kind + " · " + c).orElse(kind);
    }

    private List<Cell> ancestors() {
        List<Cell> path = new ArrayList<>();
        Set<Node> seen = new HashSet<>(Set.of(entity));
        Optional<Node> next = parent(entity, seen);
        while (next.isPresent() && path.size() < MAX_ANCESTORS) {
            path.add(0, cell(next.get()));
            next = parent(next.get(), seen);
        }
        return path;
    }

    private Optional<Node> parent(Node from, Set<Node> seen) {
        return Stream.of(RDFS.subClassOf, RDFS.subPropertyOf).flatMap(p -> entities.values(from, p.asNode()).stream())
                .filter(Node::isURI).filter(seen::add).findFirst();
    }

    private List<Fact> facts(Optional<Node> lead) {
        TreeMap<Node, List<Node>> byProperty = new TreeMap<>(Comparator.comparing((Node p) -> PROPERTY_ORDER.contains(p)
                ? PROPERTY_ORDER.indexOf(p) : PROPERTY_ORDER.size()).thenComparing(p -> PropertyNames.of(p, entities))
                .thenComparing(Node::getURI));
        entities.asserted().stream(entity, Node.ANY, Node.ANY).filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
                .filter(t -> !t.getPredicate().equals(RDFS.label.asNode()))
                .filter(t -> lead.isEmpty() || !t.getPredicate().equals(lead.get()))
                .forEach(t -> byProperty.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>()).add(t.getObject()));
        List<Fact> facts = new ArrayList<>(sourceFacts());
        byProperty.forEach((property, values) -> facts.add(new Fact(propertyCell(property), cells(values))));
        List<Node> children = Stream.of(RDFS.subClassOf, RDFS.subPropertyOf)
                .flatMap(p -> entities.subjects(p.asNode(), entity).stream()).filter(Node::isURI).toList();
        if (!children.isEmpty()) {
            facts.add(new Fact(new Cell("terms below", ""), cells(children)));
        }
        return facts;
    }

    /** Where the entity itself, its data or its answer is available. */
    private List<Fact> sourceFacts() {
        List<Fact> facts = new ArrayList<>();
        String iri = entity.getURI();
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
                .sorted(Comparator.comparing(Cell::text, String.CASE_INSENSITIVE_ORDER)).limit(MAX_VALUES).toList());
        if (values.size() > MAX_VALUES) {
            cells.add(new Cell("and " + (values.size() - MAX_VALUES) + " more", ""));
        }
        return cells;
    }

    Cell cell(Node node) {
        if (node.isURI()) {
            return new Cell(entities.label(node), entities.path(node));
        }
        if (node.isBlank()) {
            return new Cell(manchester.of(node), "");
        }
        String text = node.getLiteralLexicalForm();
        if (node.getLiteralDatatypeURI().endsWith("#anyURI") && text.matches("https?://[^\\s\"<>]+")) {
            return new Cell(text, text);
        }
        return new Cell(text,
                Curie.expand(text).map(NodeFactory::createURI).filter(entities::isKnown).map(entities::path)
                        .orElse(""));
    }

    private Cell propertyCell(Node property) {
        return new Cell(PropertyNames.of(property, entities), entities.path(property));
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>(new ClaimTables(entities, this::cell).of(entity));
        TreeMap<String, Row> rows = new TreeMap<>();
        TreeMap<Node, Long> counted = new TreeMap<>(Comparator.comparing(Node::toString));
        entities.asserted().stream(Node.ANY, Node.ANY, entity).map(Triple::getPredicate)
                .forEach(p -> counted.merge(p, 1L, Long::sum));
        counted.forEach((property, number) -> rows.put(PropertyNames.of(property, entities) + property.getURI(),
                new Row(List.of(propertyCell(property), new Cell(String.valueOf(number), "")))));
        if (!rows.isEmpty()) {
            tables.add(new Table("Where it is named", "", List.of("as", "how often"), List.copyOf(rows.values())));
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
