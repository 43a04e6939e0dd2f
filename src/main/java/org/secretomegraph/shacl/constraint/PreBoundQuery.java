package org.secretomegraph.shacl.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.ShaclException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

/** Executes a query in which the variables of SHACL have values before it begins (appendix A). */
final class PreBoundQuery {
    private static final Node SHAPES_GRAPH = NodeFactory.createURI("urn:x-shacl:shapes");

    private PreBoundQuery() {}

    /** @throws ShaclException when a row says {@code ?failure} (section 5.3) */
    static List<Binding> rows(Query query, Graph data, Shape shape, Node focus, Optional<Path> path) {
        BindingBuilder preBound = Binding.builder().add(Var.alloc("this"), focus)
                .add(Var.alloc("currentShape"), shape.getShapeNode())
                .add(Var.alloc("shapesGraph"), SHAPES_GRAPH);
        if (path.isPresent() && path.get() instanceof P_Link link) {
            preBound.add(Var.alloc("PATH"), link.getNode());
        }
        DatasetGraph dataset = DatasetGraphFactory.createGeneral(data);
        dataset.addGraph(SHAPES_GRAPH, shape.getShapeGraph());
        List<Binding> rows = new ArrayList<>();
        try (QueryExec execution =
                QueryExec.dataset(dataset).query(query).substitution(preBound.build()).build()) {
            execution.select().forEachRemaining(rows::add);
        }
        if (rows.stream().anyMatch(PreBoundQuery::isFailure)) {
            throw new ShaclException("the query of a shape reports a failure at " + focus);
        }
        return rows;
    }

    private static boolean isFailure(Binding row) {
        Node failure = row.get(Var.alloc("failure"));
        return failure != null && NodeValue.TRUE.asNode().equals(failure);
    }
}
