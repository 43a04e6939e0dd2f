package org.secretomegraph.graph.infer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.graph.BulkGraph;
import org.secretomegraph.graph.change.TripleDelta;

/**
 * The materialised closure: what follows from the asserted triples by subclass and subproperty (RDFS rules rdfs5,
 * rdfs7, rdfs9 and rdfs11 of RDF 1.1 Semantics, section 9.2.1), and is not itself asserted. Domains and ranges are left
 * to the shapes: a wrong subject must be found, not typed away.
 */
public final class RdfsClosure {
    /** Names these rules; to be changed with them, so that stores derive anew. */
    public static final String RULES = "rdfs5 rdfs7 rdfs9 rdfs11, first version";

    private static final Node TYPE = RDF.type.asNode();
    private static final Node SUBCLASS = RDFS.subClassOf.asNode();
    private static final Node SUBPROPERTY = RDFS.subPropertyOf.asNode();

    private final Graph asserted;
    private final TransitiveClosure classes;
    private final TransitiveClosure properties;
    private final Map<Node, Boolean> made = new HashMap<>();

    public RdfsClosure(Graph asserted) {
        this.asserted = asserted;
        this.classes = new TransitiveClosure(asserted, SUBCLASS);
        this.properties = new TransitiveClosure(asserted, SUBPROPERTY);
    }

    /** The entailed triples that the given graph does not hold. */
    public static Graph of(Graph asserted) {
        RdfsClosure rules = new RdfsClosure(asserted);
        Graph entailed = new BulkGraph();
        asserted.find().forEachRemaining(t -> rules.entailedBy(t).filter(e -> !asserted.contains(e))
                .forEach(entailed::add));
        return entailed;
    }

    /**
     * Brings the closure up to date with a change that led to what is asserted here.
     *
     * @param old    what was asserted before
     * @param change how it came about, or a part of that
     * @param holds  told each triple that is in the closure now
     * @param fails  told each triple that is not, and may have been
     */
    public void update(Graph old, TripleDelta change, Consumer<Triple> holds, Consumer<Triple> fails) {
        if (change.isEmpty()) {
            return;
        }
        Graph now = asserted;
        RdfsClosure before = new RdfsClosure(old);
        Set<Triple> doubtful = new LinkedHashSet<>();
        Set<Triple> sure = new LinkedHashSet<>();
        change.changed().filter(t -> before.mayEntail(t.getPredicate()) || mayEntail(t.getPredicate()))
                .forEach(doubtful::add);
        change.removed().forEach(t -> before.entailedBy(t).forEach(doubtful::add));
        change.added().forEach(t -> entailedBy(t).forEach(sure::add));
        for (Triple source : sourcesUnder(change, before, this)) {
            before.entailedBy(source).forEach(doubtful::add);
            entailedBy(source).forEach(sure::add);
        }
        doubtful.removeAll(sure);
        doubtful.forEach(t -> (!now.contains(t) && isEntailed(t) ? holds : fails).accept(t));
        sure.forEach(t -> (now.contains(t) ? fails : holds).accept(t));
    }

    /** Where the hierarchy changed: the triples that speak of a term under the change, before or after it. */
    private static Set<Triple> sourcesUnder(TripleDelta change, RdfsClosure before, RdfsClosure after) {
        Set<Node> classes = new HashSet<>();
        Set<Node> properties = new HashSet<>();
        change.changed().filter(t -> t.getSubject().isURI() && t.getObject().isURI()).forEach(t -> {
            Node term = t.getSubject();
            if (t.getPredicate().equals(SUBCLASS)) {
                classes.add(term);
                classes.addAll(before.classes.below(term));
                classes.addAll(after.classes.below(term));
            } else if (t.getPredicate().equals(SUBPROPERTY)) {
                properties.add(term);
                properties.addAll(before.properties.below(term));
                properties.addAll(after.properties.below(term));
            }
        });
        Set<Triple> sources = new LinkedHashSet<>();
        for (Node type : classes) {
            after.asserted.find(Node.ANY, TYPE, type).forEachRemaining(sources::add);
            after.asserted.find(Node.ANY, SUBCLASS, type).forEachRemaining(sources::add);
        }
        for (Node property : properties) {
            after.asserted.find(Node.ANY, property, Node.ANY).forEachRemaining(sources::add);
            after.asserted.find(Node.ANY, SUBPROPERTY, property).forEachRemaining(sources::add);
        }
        return sources;
    }

    private Stream<Triple> entailedBy(Triple t) {
        Node p = t.getPredicate();
        if (p.equals(SUBCLASS)) {
            return over(t, classes.above(t.getObject()));
        }
        if (p.equals(SUBPROPERTY)) {
            return over(t, properties.above(t.getObject()));
        }
        if (p.equals(TYPE)) {
            return isSchema(t.getObject()) ? Stream.empty() : classes.above(t.getObject()).stream()
                    .map(above -> Triple.create(t.getSubject(), p, above));
        }
        return properties.above(p).stream().map(above -> Triple.create(t.getSubject(), above, t.getObject()));
    }

    /** Whether there are rules that could make a triple with this predicate. */
    private boolean mayEntail(Node p) {
        return made.computeIfAbsent(p, property -> property.equals(SUBCLASS) || property.equals(SUBPROPERTY)
                || property.equals(TYPE) || !properties.below(property).isEmpty());
    }

    private static Stream<Triple> over(Triple t, Set<Node> above) {
        return above.stream().filter(term -> !term.equals(t.getSubject()))
                .map(term -> Triple.create(t.getSubject(), t.getPredicate(), term));
    }

    /** The same the other way round: whether something asserted entails the triple. */
    private boolean isEntailed(Triple t) {
        Node p = t.getPredicate();
        if (p.equals(SUBCLASS) || p.equals(SUBPROPERTY) || p.equals(TYPE)) {
            for (Triple source : asserted.find(t.getSubject(), p, Node.ANY).toList()) {
                if (entailedBy(source).anyMatch(t::equals)) {
                    return true;
                }
            }
        }
        return properties.below(p).stream()
                .filter(below -> !below.equals(SUBCLASS) && !below.equals(SUBPROPERTY) && !below.equals(TYPE))
                .anyMatch(below -> asserted.contains(t.getSubject(), below, t.getObject()));
    }

    private static boolean isSchema(Node type) {
        return type.isURI() && (type.getURI().startsWith(OWL.NS) || type.getURI().startsWith(RDFS.uri));
    }
}
