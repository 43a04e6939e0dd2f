package org.secretomegraph.shacl.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.secretomegraph.Scale;

class PathCachingExecutorTest {
    private static final int GRAPHS = Scale.of(40, 200);
    private static final String[] STEPS =
            {"e:p", "e:q", "^e:p", "(e:p|e:q)", "(e:p/e:q)", "(^e:q/e:p)", "!e:p", "e:p?", "rdfs:member",
                    "(rdfs:member|e:q)"};
    private static final String[] ENDS = {"e:n0", "e:n1", "?a", "?b", "\"text\"", "1", "01", "e:nowhere"};

    /**
     * Each query has the rows that Jena alone has, each as often, asked twice: what is remembered must not grow stale.
     */
    @Test
    void queriesFindWhatTheyFindWithoutMemory() {
        int rows = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            Graph graph = graph(random);
            EvaluationContext evaluation =
                    new EvaluationContext(Shapes.parse(GraphFactory.createDefaultGraph()), graph, true);
            ExecutionContext plain = ExecutionContext.create(DatasetGraphFactory.wrap(graph), new Context());
            for (int i = 0; i < 20; i++) {
                String query = query(random);
                Op plan = Algebra.optimize(Algebra.compile(QueryFactory.create(query).getQueryPattern()));
                List<String> expected = rows(plan, plain);
                rows += expected.size();
                assertEquals(expected, rows(plan, evaluation.queryContext()), "seed " + seed + ": " + query);
                assertEquals(expected, rows(plan, evaluation.queryContext()), "again, seed " + seed + ": " + query);
            }
        }
        assertTrue(rows > 50 * GRAPHS, "only " + rows + " rows");
    }

    private static Graph graph(Random random) {
        Graph graph = GraphFactory.createDefaultGraph();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            nodes.add(iri("n" + i));
        }
        nodes.add(NodeFactory.createLiteralString("text"));
        nodes.add(NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
        nodes.add(NodeFactory.createLiteralDT("01", XSDDatatype.XSDinteger));
        for (int i = 6 + random.nextInt(14); i >= 0; i--) {
            graph.add(nodes.get(random.nextInt(6)), iri(random.nextBoolean() ? "p" : "q"),
                    nodes.get(random.nextInt(nodes.size())));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            graph.add(nodes.get(random.nextInt(6)), RDF.li(i).asNode(), nodes.get(random.nextInt(nodes.size())));
        }
        return graph;
    }

    private static Node iri(String name) {
        return NodeFactory.createURI("http://example.org/" + name);
    }

    private static String query(Random random) {
        String path = "(" + one(random, STEPS) + ")" + "*+?".charAt(random.nextInt(3));
        String step = one(random, ENDS) + " " + path + " " + one(random, ENDS);
        String before = "?a e:p ?b";
        return "PREFIX e: <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT * WHERE { "
                + switch (random.nextInt(6)) {
                    case 0 -> step;
                    case 1 -> before + " . " + step;
                    case 2 -> before + " FILTER NOT EXISTS { " + step + " . ?a e:q ?c }";
                    case 3 -> before + " OPTIONAL { " + step + " }";
                    case 4 -> before + " . " + step + " . ?a (" + one(random, STEPS) + ")* ?c";
                    default -> "GRAPH ?g { " + step + " }";
                } + " }";
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static List<String> rows(Op plan, ExecutionContext at) {
        List<String> rows = new ArrayList<>();
        QueryIterator solutions = QC.execute(plan, BindingFactory.root(), at);
        solutions.forEachRemaining(binding -> {
            List<String> row = new ArrayList<>();
            binding.vars().forEachRemaining(var -> row.add(var + "=" + binding.get(var)));
            row.sort(null);
            rows.add(row.toString());
        });
        rows.sort(null);
        return rows;
    }
}
