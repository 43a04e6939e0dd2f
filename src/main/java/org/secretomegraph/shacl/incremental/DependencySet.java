package org.secretomegraph.shacl.incremental;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.vocabulary.RDF;
import org.secretomegraph.shacl.eval.PathWalker;

/** Everything that a shape looks at. Collected once, when the shapes are parsed. */
final class DependencySet {
    private static final Path TYPE = PathFactory.pathLink(RDF.type.asNode());
    /** From a node to its classes, as SHACL counts them (section 2: SHACL instance). */
    static final Path CLASSES = PathFactory.pathSeq(TYPE, PathWalker.ABOVE);

    private final Set<ShapeDependency> all = new LinkedHashSet<>();

    Set<ShapeDependency> all() {
        return all;
    }

    void add(ShapeDependency read) {
        all.add(read);
    }

    void addAll(Collection<ShapeDependency> reads) {
        all.addAll(reads);
    }

    /**
     * Following a path from the nodes at the end of a way. Each step looks at the triples after the steps before it.
     */
    void path(Optional<Path> way, Path path) {
        path(way, path, true);
    }

    private void path(Optional<Path> way, Path path, boolean forward) {
        switch (path) {
            case P_Link link -> add(
                    forward ? ShapeDependency.from(way, link.getNode()) : ShapeDependency.to(way, link.getNode()));
            case P_Inverse inverse -> path(way, inverse.getSubPath(), !forward);
            case P_Alt alt -> {
                path(way, alt.getLeft(), forward);
                path(way, alt.getRight(), forward);
            }
            case P_Seq seq -> {
                Path first = forward ? seq.getLeft() : seq.getRight();
                path(way, first, forward);
                path(then(way, forward ? first : PathFactory.pathInverse(first)),
                        forward ? seq.getRight() : seq.getLeft(), forward);
            }
            case P_ZeroOrOne maybe -> path(way, maybe.getSubPath(), forward);
            case P_ZeroOrMore1 many -> repeated(way, many, forward);
            case P_ZeroOrMoreN many -> repeated(way, many, forward);
            case P_OneOrMore1 many -> repeated(way, many, forward);
            case P_OneOrMoreN many -> repeated(way, many, forward);
            case P_NegPropSet not -> {
                add(new ShapeDependency(way, Node.ANY,
                        forward ? ShapeDependency.End.SUBJECT : ShapeDependency.End.OBJECT, Set.of()));
                add(new ShapeDependency(way, Node.ANY,
                        forward ? ShapeDependency.End.OBJECT : ShapeDependency.End.SUBJECT, Set.of()));
            }
            default -> add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    private void repeated(Optional<Path> way, P_Path1 many, boolean forward) {
        Path once = many.getSubPath();
        Path soFar = PathFactory.pathZeroOrMore1(forward ? once : PathFactory.pathInverse(once));
        path(then(way, soFar), once, forward);
    }

    /** Which classes the nodes at the end of a way belong to. */
    void classes(Optional<Path> way) {
        path(way, CLASSES);
    }

    /** Whether the path leads from each node to itself, without any triple. */
    static boolean canBeEmpty(Path path) {
        return switch (path) {
            case P_Inverse inverse -> canBeEmpty(inverse.getSubPath());
            case P_Seq seq -> canBeEmpty(seq.getLeft()) && canBeEmpty(seq.getRight());
            case P_Alt alt -> canBeEmpty(alt.getLeft()) || canBeEmpty(alt.getRight());
            case P_OneOrMore1 many -> canBeEmpty(many.getSubPath());
            case P_OneOrMoreN many -> canBeEmpty(many.getSubPath());
            case P_ZeroOrOne maybe -> true;
            case P_ZeroOrMore1 many -> true;
            case P_ZeroOrMoreN many -> true;
            default -> false;
        };
    }

    static Optional<Path> then(Optional<Path> way, Path path) {
        return Optional.of(way.map(w -> PathFactory.pathSeq(w, path)).orElse(path));
    }
}
