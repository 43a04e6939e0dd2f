package org.secretomegraph.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.DisjointConstraint;
import org.apache.jena.shacl.engine.constraint.EqualsConstraint;
import org.apache.jena.shacl.engine.constraint.LessThanConstraint;
import org.apache.jena.shacl.engine.constraint.LessThanOrEqualsConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShAnd;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShNot;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.Proof;
import org.secretomegraph.graph.change.TripleDelta;
import org.secretomegraph.shacl.incremental.DependencyIndex;
import org.secretomegraph.shacl.incremental.ShapeDependency;

/**
 * The proof has power: an index that forgets something is found out by the seeds of {@link IncrementalValidationTest}.
 */
@Proof
class GuardPlantedFaultsTest {
    private static final int SEEDS = 2400;
    private static final Map<String, Function<Shapes, ChangeValidator.Touched>> FAULTS = faults();

    @ParameterizedTest
    @MethodSource("names")
    void isCaught(String fault) {
        Function<Shapes, ChangeValidator.Touched> faulty = FAULTS.get(fault);
        boolean caught = LongStream.range(0, SEEDS).parallel()
                .anyMatch(seed -> !IncrementalValidationTest.run(seed, faulty).difference().isEmpty());
        assertTrue(caught, "no seed below " + SEEDS + " found out an index that forgets " + fault);
    }

    static Set<String> names() {
        return FAULTS.keySet();
    }

    private static Map<String, Function<Shapes, ChangeValidator.Touched>> faults() {
        Map<String, Function<Shapes, ChangeValidator.Touched>> faults = new LinkedHashMap<>();
        faults.put("deletions", forgetting(delta -> new TripleDelta(delta.added(), Set.of())));
        faults.put("additions", forgetting(delta -> new TripleDelta(Set.of(), delta.removed())));
        faults.put("triples of blank nodes",
                forgetting(only(t -> !t.getSubject().isBlank() && !t.getObject().isBlank())));
        faults.put("triples with a literal", forgetting(only(t -> !t.getObject().isLiteral())));
        faults.put("inverse paths", without(read -> read.end() == ShapeDependency.End.OBJECT));
        faults.put("paths of more than a step", without(read -> read.way().isPresent()));
        faults.put("ways through a star",
                without(read -> read.way().filter(GuardPlantedFaultsTest::hasStar).isPresent()));
        faults.put("what no known node leads to", without(read -> read.end() == ShapeDependency.End.ANYWHERE));
        faults.put("type changes", without(read -> read.predicate().equals(RDF.type.asNode())));
        faults.put("subclass changes", without(read -> read.predicate().equals(RDFS.subClassOf.asNode())));
        faults.put("any predicate", without(read -> read.predicate().equals(Node.ANY)));
        for (Class<?> kind : List.of(ShNode.class, ShNot.class, ShAnd.class, ShOr.class, ShXone.class,
                ClosedConstraint.class, ClassConstraint.class, QualifiedValueShape.class, SparqlConstraint.class,
                EqualsConstraint.class, DisjointConstraint.class, LessThanConstraint.class,
                LessThanOrEqualsConstraint.class)) {
            faults.put(kind.getSimpleName(), shapes -> DependencyIndex.of(shapes,
                    constraint -> !kind.isInstance(constraint), read -> true)::touched);
        }
        return faults;
    }

    private static boolean hasStar(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 star -> true;
            case P_Path1 one -> hasStar(one.getSubPath());
            case P_Path2 two -> hasStar(two.getLeft()) || hasStar(two.getRight());
            default -> false;
        };
    }

    private static Function<Shapes, ChangeValidator.Touched> forgetting(UnaryOperator<TripleDelta> part) {
        return shapes -> {
            DependencyIndex index = DependencyIndex.of(shapes);
            return (delta, now, enough) -> index.touched(part.apply(delta), now, enough);
        };
    }

    private static UnaryOperator<TripleDelta> only(Predicate<Triple> kept) {
        return delta -> new TripleDelta(delta.added().stream().filter(kept).collect(Collectors.toSet()),
                delta.removed().stream().filter(kept).collect(Collectors.toSet()));
    }

    private static Function<Shapes, ChangeValidator.Touched> without(Predicate<ShapeDependency> forgotten) {
        return shapes -> DependencyIndex.of(shapes, constraint -> true, forgotten.negate())::touched;
    }
}
