package org.secretomegraph.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.NamedGraphs;

/** Small graphs and changes of them, dense enough that most changes matter. */
public final class RandomGraphs {
    private static final String EX = "http://example.org/";
    /** What some nodes are called, so that the index of names has something to follow. */
    static final Node NAMED = NodeFactory.createLiteralString("interleukin");
    private static final List<Node> FAR = List.of(ex("p2"), ex("p3"), ex("p3"));
    private static final Set<Node> DERIVED = Set.of(NamedGraphs.LINKS, NamedGraphs.ENTAILMENTS);
    private static final List<Node> GRAPHS = List.of(ex("g0"), ex("g1"), ex("g2"));
    private static final String[] LITERALS = {"1", "2", "3", "\"a\"@en", "\"b\"@en", "\"a\"@de", "\"a\"", "\"long\""};

    private final Random random;
    private final List<Triple> material;

    /** @param material triples of a graph whose nodes and predicates are shuffled; empty for the small vocabulary */
    public RandomGraphs(Random random, List<Triple> material) {
        this.random = random;
        this.material = material;
    }

    static String predicate(Random random) {
        return "ex:p" + random.nextInt(4);
    }

    static String type(Random random) {
        return "ex:C" + random.nextInt(4);
    }

    static String value(Random random) {
        return random.nextInt(3) == 0 ? LITERALS[random.nextInt(LITERALS.length)]
                : random.nextInt(4) == 0 ? type(random) : "ex:n" + random.nextInt(6);
    }

    public void fill(DatasetGraph dataset) {
        if (material.isEmpty()) {
            for (int i = 12 + random.nextInt(25); i > 0; i--) {
                dataset.add(quad());
            }
        }
        material.forEach(t -> dataset.add(Quad.create(GRAPHS.get(0), t)));
    }

    /** One to six edits, all ways of writing among them. */
    Consumer<DatasetGraph> change() {
        List<Consumer<DatasetGraph>> edits = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            edits.add(edit(new Random(random.nextLong())));
        }
        return dataset -> edits.forEach(edit -> edit.accept(dataset));
    }

    /** One edit: no other makes the same nodes be judged anew, and hides that they were forgotten. */
    Consumer<DatasetGraph> smallChange() {
        Random dice = new Random(random.nextLong());
        return material.isEmpty() && dice.nextBoolean() ? new RandomGraphs(dice, material)::farthest : edit(dice);
    }

    /** A triple comes or goes whose predicate is one that aimed shapes look at, and not for their targets. */
    private void farthest(DatasetGraph dataset) {
        Node predicate = FAR.get(random.nextInt(FAR.size()));
        List<Triple> far = sorted(dataset.find()).stream().map(Quad::asTriple)
                .filter(t -> FAR.contains(t.getPredicate())).toList();
        if (far.isEmpty()) {
            dataset.add(graph(), node(), predicate, node());
            return;
        }
        Triple like = far.get(random.nextInt(far.size()));
        switch (random.nextInt(6)) {
            case 0 -> dataset.add(graph(), node(), predicate, node());
            // From one node more to the same.
            case 1 -> dataset.add(graph(), node(), predicate, like.getObject());
            // The same value by another predicate.
            case 2 -> dataset.add(graph(), like.getSubject(), predicate, like.getObject());
            default -> dataset.getDefaultGraph().delete(like);
        }
    }

    private Consumer<DatasetGraph> edit(Random dice) {
        RandomGraphs with = new RandomGraphs(dice, material);
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3 -> dataset -> dataset.add(with.quad());
            // The same value by another predicate: what sh:equals and sh:disjoint compare.
            case 16, 17 -> dataset -> with.one(dataset).ifPresent(
                    q -> dataset.add(q.getGraph(), q.getSubject(), with.triple().getPredicate(), q.getObject()));
            case 4, 5, 6, 7 -> dataset -> with.one(dataset).ifPresent(dataset::delete);
            case 8 -> dataset -> with.one(dataset).ifPresent(q -> with.move(q, dataset));
            case 9 -> dataset -> with.one(dataset)
                    .ifPresent(q -> dataset.deleteAny(Node.ANY, q.getSubject(), q.getPredicate(), Node.ANY));
            case 10 -> dataset -> with.one(dataset).ifPresent(q -> dataset.getDefaultGraph().delete(q.asTriple()));
            case 11 -> dataset -> dataset.getGraph(with.graph()).add(with.triple());
            case 12 -> dataset -> with.one(dataset).ifPresent(q -> {
                dataset.delete(q);
                dataset.add(q.getGraph(), with.node(), q.getPredicate(), q.getObject());
            });
            case 13 -> dataset -> with.one(dataset).ifPresent(q -> {
                dataset.delete(q);
                dataset.add(q.getGraph(), q.getSubject(), q.getPredicate(), with.triple().getObject());
            });
            case 14 -> dataset -> {
                if (dice.nextInt(4) == 0) {
                    dataset.removeGraph(with.graph());
                }
            };
            case 20 -> dataset -> {
                if (dice.nextInt(8) == 0) {
                    dataset.clear();
                }
            };
            // What leads to a node, from one node more.
            case 21 -> dataset -> with.one(dataset)
                    .ifPresent(q -> dataset.add(q.getGraph(), with.node(), q.getPredicate(),
                            q.getObject()));
            case 18, 19 -> dataset -> UpdateAction.parseExecute(with.update(), dataset);
            default -> dataset -> with.swap(dataset);
        };
    }

    /**
     * What SPARQL Update does with whole graphs, and with patterns. All graphs at once are seldom cleared: little is
     * left then.
     */
    private String update() {
        String one = "<" + graph().getURI() + ">";
        String other = "<" + graph().getURI() + ">";
        String predicate = "<" + triple().getPredicate().getURI() + ">";
        return switch (random.nextInt(random.nextInt(4) == 0 ? 10 : 8)) {
            case 0 -> "CLEAR SILENT GRAPH " + one;
            case 1 -> "DROP SILENT GRAPH " + one;
            case 2 -> "MOVE SILENT " + one + " TO " + other;
            case 3 -> "COPY SILENT " + one + " TO " + other;
            case 4 -> "ADD SILENT DEFAULT TO " + one;
            case 5 -> "CREATE SILENT GRAPH " + one + " ; CLEAR DEFAULT";
            case 6 -> "DELETE WHERE { ?s " + predicate + " ?o }";
            case 7 -> "DELETE { GRAPH " + one + " { ?s ?p ?o } } INSERT { GRAPH " + other + " { ?o " + predicate
                    + " ?s } } WHERE { GRAPH " + one + " { ?s ?p ?o } FILTER (!isLiteral(?o)) }";
            case 8 -> "DROP ALL";
            default -> "CLEAR NAMED";
        };
    }

    private void move(Quad q, DatasetGraph dataset) {
        dataset.add(Quad.create(graph(), q.asTriple()));
        dataset.delete(q);
    }

    private void swap(DatasetGraph dataset) {
        Graph content = dataset.getGraph(graph());
        List<Triple> triples = content.find().toList();
        Graph other = GraphFactory.createDefaultGraph();
        triples.stream().filter(t -> random.nextInt(10) > 0).forEach(other::add);
        dataset.addGraph(graph(), other);
    }

    private Optional<Quad> one(DatasetGraph dataset) {
        List<Quad> all = sorted(dataset.find());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static List<Quad> sorted(Iterator<Quad> quads) {
        return Iter.asStream(quads).filter(q -> !DERIVED.contains(q.getGraph()))
                .sorted(Comparator.comparing(Quad::toString)).toList();
    }

    private Node graph() {
        return GRAPHS.get(random.nextInt(GRAPHS.size()));
    }

    private Quad quad() {
        return Quad.create(graph(), material.isEmpty() && random.nextInt(12) == 0
                ? Triple.create(node(), RDFS.label.asNode(), NAMED) : triple());
    }

    private Triple triple() {
        if (!material.isEmpty()) {
            Triple like = material.get(random.nextInt(material.size()));
            return Triple.create(node(), like.getPredicate(), random.nextBoolean() ? like.getObject()
                    : material.get(random.nextInt(material.size())).getObject());
        }
        return switch (random.nextInt(9)) {
            case 0, 1 -> Triple.create(node(), RDF.type.asNode(), ex("C" + random.nextInt(4)));
            case 2 -> random.nextInt(4) > 0
                    ? Triple.create(ex("C" + random.nextInt(4)), RDFS.subClassOf.asNode(), ex("C" + random.nextInt(4)))
                    : Triple.create(ex("p" + random.nextInt(4)), RDFS.subPropertyOf.asNode(),
                            ex("p" + random.nextInt(4)));
            case 3, 4 -> Triple.create(node(), ex("p" + random.nextInt(4)),
                    NodeFactoryExtra.parseNode(LITERALS[random.nextInt(LITERALS.length)]));
            default -> Triple.create(node(), ex("p" + random.nextInt(4)), node());
        };
    }

    private Node node() {
        if (!material.isEmpty()) {
            return material.get(random.nextInt(material.size())).getSubject();
        }
        int i = random.nextInt(7);
        return i == 6 ? NodeFactory.createBlankNode("b") : ex("n" + i);
    }

    private static Node ex(String name) {
        return NodeFactory.createURI(EX + name);
    }
}
