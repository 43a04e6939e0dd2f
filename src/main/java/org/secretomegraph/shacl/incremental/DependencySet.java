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

/** The dependencies of a shape. Collected once, when the shapes are parsed. */
final class DependencySet {
    private static final Path TYPE = PathFactory.pathLink(RDF.type.asNode());
    /** From a node to its classes, superclasses included (SHACL section 2: SHACL instance). */
    static final Path CLASSES = PathFactory.pathSeq(TYPE, PathWalker.SUPERCLASSES);

    private final Set<ShapeDependency> all = new LinkedHashSet<>();

    Set<ShapeDependency> all() {
        return all;
    }

    void add(ShapeDependency dependency) {
        all.add(dependency);
    }

    void addAll(Collection<ShapeDependency> dependencies) {
        all.addAll(dependencies);
    }

    /**
     * Adds the dependencies of following a path from the nodes at the end of a prefix path. Each step depends on the
     * triples after the steps before it.
     */
    void path(Optional<Path> prefix, Path path) {
        path(prefix, path, true);
    }

    private void path(Optional<Path> prefix, Path path, boolean forward) {
        switch (path) {
            case P_Link link -> add(
                    forward ? ShapeDependency.from(prefix, link.getNode())
                            : ShapeDependency.to(prefix, link.getNode()));
            case P_Inverse inverse -> path(prefix, inverse.getSubPath(), !forward);
            case P_Alt alt -> {
                path(prefix, alt.getLeft(), forward);
                path(prefix, alt.getRight(), forward);
            }
            case P_Seq seq -> {
                Path first = forward ? seq.getLeft() : seq.getRight();
                path(prefix, first, forward);
                path(append(prefix, forward ? first : PathFactory.pathInverse(first)),
                        forward ? seq.getRight() : seq.getLeft(), forward);
            }
            case P_ZeroOrOne optional -> path(prefix, optional.getSubPath(), forward);
            case P_ZeroOrMore1 many -> repeated(prefix, many, forward);
            case P_ZeroOrMoreN many -> repeated(prefix, many, forward);
            case P_OneOrMore1 many -> repeated(prefix, many, forward);
            case P_OneOrMoreN many -> repeated(prefix, many, forward);
            case P_NegPropSet not -> {
                add(new ShapeDependency(prefix, Node.ANY,
                        forward ? ShapeDependency.End.SUBJECT : ShapeDependency.End.OBJECT, Set.of()));
                add(new ShapeDependency(prefix, Node.ANY,
                        forward ? ShapeDependency.End.OBJECT : ShapeDependency.End.SUBJECT, Set.of()));
            }
            default -> add(ShapeDependency.anywhere(Node.ANY));
        }
    }

    private void repeated(Optional<Path> prefix, P_Path1 many, boolean forward) {
        Path once = many.getSubPath();
        Path repeatedPrefix = PathFactory.pathZeroOrMore1(forward ? once : PathFactory.pathInverse(once));
        path(append(prefix, repeatedPrefix), once, forward);
    }

    /** Adds the dependencies of the classes of the nodes at the end of a prefix path. */
    void classes(Optional<Path> prefix) {
        path(prefix, CLASSES);
    }

    /** Whether the path matches without any triple, from each node to itself. */
    static boolean canBeEmpty(Path path) {
        return switch (path) {
            case P_Inverse inverse -> canBeEmpty(inverse.getSubPath());
            case P_Seq seq -> canBeEmpty(seq.getLeft()) && canBeEmpty(seq.getRight());
            case P_Alt alt -> canBeEmpty(alt.getLeft()) || canBeEmpty(alt.getRight());
            case P_OneOrMore1 many -> canBeEmpty(many.getSubPath());
            case P_OneOrMoreN many -> canBeEmpty(many.getSubPath());
            case P_ZeroOrOne optional -> true;
            case P_ZeroOrMore1 many -> true;
            case P_ZeroOrMoreN many -> true;
            default -> false;
        };
    }

    static Optional<Path> append(Optional<Path> prefix, Path path) {
        return Optional.of(prefix.map(w -> PathFactory.pathSeq(w, path)).orElse(path));
    }
}
