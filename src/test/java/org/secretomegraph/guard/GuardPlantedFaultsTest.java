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
    private static final Map<String, Function<Shapes, ChangeValidator.AffectedFocusNodes>> FAULTS = faults();

    @ParameterizedTest
    @MethodSource("names")
    void isCaught(String fault) {
        Function<Shapes, ChangeValidator.AffectedFocusNodes> faulty = FAULTS.get(fault);
        boolean caught = LongStream.range(0, SEEDS).parallel()
                .anyMatch(seed -> !IncrementalValidationTest.run(seed, faulty).difference().isEmpty());
        assertTrue(caught, "no seed below " + SEEDS + " found out an index that forgets " + fault);
    }

    static Set<String> names() {
        return FAULTS.keySet();
    }

    private static Map<String, Function<Shapes, ChangeValidator.AffectedFocusNodes>> faults() {
        Map<String, Function<Shapes, ChangeValidator.AffectedFocusNodes>> faults = new LinkedHashMap<>();
        faults.put("deletions", ignoring(delta -> new TripleDelta(delta.added(), Set.of())));
        faults.put("additions", ignoring(delta -> new TripleDelta(Set.of(), delta.removed())));
        faults.put("triples of blank nodes",
                ignoring(onlyTriples(t -> !t.getSubject().isBlank() && !t.getObject().isBlank())));
        faults.put("triples with a literal", ignoring(onlyTriples(t -> !t.getObject().isLiteral())));
        faults.put("inverse paths", without(dependency -> dependency.end() == ShapeDependency.End.OBJECT));
        faults.put("paths of more than a step", without(dependency -> dependency.path().isPresent()));
        faults.put("paths through a star",
                without(dependency -> dependency.path().filter(GuardPlantedFaultsTest::hasStar).isPresent()));
        faults.put("what no known node leads to",
                without(dependency -> dependency.end() == ShapeDependency.End.ANYWHERE));
        faults.put("type changes", without(dependency -> dependency.predicate().equals(RDF.type.asNode())));
        faults.put("subclass changes", without(dependency -> dependency.predicate().equals(RDFS.subClassOf.asNode())));
        faults.put("any predicate", without(dependency -> dependency.predicate().equals(Node.ANY)));
        for (Class<?> kind : List.of(ShNode.class, ShNot.class, ShAnd.class, ShOr.class, ShXone.class,
                ClosedConstraint.class, ClassConstraint.class, QualifiedValueShape.class, SparqlConstraint.class,
                EqualsConstraint.class, DisjointConstraint.class, LessThanConstraint.class,
                LessThanOrEqualsConstraint.class)) {
            faults.put(kind.getSimpleName(), shapes -> DependencyIndex.of(shapes,
                    constraint -> !kind.isInstance(constraint), dependency -> true)::affectedFocusNodes);
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

    private static Function<Shapes, ChangeValidator.AffectedFocusNodes> ignoring(UnaryOperator<TripleDelta> part) {
        return shapes -> {
            DependencyIndex index = DependencyIndex.of(shapes);
            return (delta, after, visitBudget) -> index.affectedFocusNodes(part.apply(delta), after, visitBudget);
        };
    }

    private static UnaryOperator<TripleDelta> onlyTriples(Predicate<Triple> kept) {
        return delta -> new TripleDelta(delta.added().stream().filter(kept).collect(Collectors.toSet()),
                delta.removed().stream().filter(kept).collect(Collectors.toSet()));
    }

    private static Function<Shapes, ChangeValidator.AffectedFocusNodes> without(Predicate<ShapeDependency> ignored) {
        return shapes -> DependencyIndex.of(shapes, constraint -> true, ignored.negate())::affectedFocusNodes;
    }
}
