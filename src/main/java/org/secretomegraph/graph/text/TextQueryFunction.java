package org.secretomegraph.graph.text;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.NamedGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.util.IterLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.secretomegraph.graph.text.TextSearch.Hit;

/**
 * The property function {@code text:query}, used as that of <a
 * href="https://jena.apache.org/documentation/query/text-query.html">jena-text</a> is: {@code (?s ?score ?literal
 * ?graph ?property) text:query (property... "text" limit "lang:en")}, where all but {@code ?s} and the text may be left
 * out. In {@code GRAPH} it looks into that graph only, else into all of them.
 *
 * <p>A value that cannot match, such as a number in the place of the text, has no rows. A mistake in the query itself
 * stops it.
 */
final class TextQueryFunction extends PropertyFunctionEval {
    static final String NAMESPACE = "http://jena.apache.org/text#";
    static final String IRI = NAMESPACE + "query";
    private static final int MOST_RESULTS = 5;

    /** Many rows ask the same when what they share with the pattern is already known: it is searched once. */
    private Optional<Answered> last = Optional.empty();

    private record Question(Optional<Node> subject, TextArguments arguments, Optional<Node> graph) {}

    private record Answered(Question question, List<Hit> hits) {}

    TextQueryFunction() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    @Override
    public void build(PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        super.build(subject, predicate, object, context);
        int results = nodes(subject).size();
        if (results == 0 || results > MOST_RESULTS) {
            throw new QueryBuildException("text:query: before it stand 1 to " + MOST_RESULTS
                    + " variables, (?thing ?score ?literal ?graph ?property), not " + results);
        }
        TextArguments.check(nodes(object));
    }

    private static List<Node> nodes(PropFuncArg argument) {
        return argument.isList() ? argument.getArgList() : List.of(argument.getArg());
    }

    @Override
    public QueryIterator execEvaluated(Binding row, PropFuncArg subject, Node predicate, PropFuncArg object,
            ExecutionContext context) {
        if (!(context.getContext().get(TextSearch.INDEX) instanceof TextSearch index)) {
            throw new QueryExecException("text:query: there is no index of names where this is asked");
        }
        List<Node> results = nodes(subject);
        Optional<TextArguments> arguments = TextArguments.of(nodes(object));
        if (results.get(0).isLiteral() || arguments.isEmpty()) {
            return IterLib.noResults(context);
        }
        Optional<Node> known = Optional.of(results.get(0)).filter(Node::isConcrete);
        List<Hit> hits = hits(index, new Question(known, arguments.get(), graph(context.getActiveGraph())));
        Iterator<Binding> rows = hits.stream().flatMap(hit -> joined(row, results, hit).stream()).iterator();
        return QueryIterPlainWrapper.create(rows, context);
    }

    /** The graph that {@code GRAPH} names; empty for the default graph, which is the union of all. */
    private static Optional<Node> graph(Graph active) {
        return active instanceof NamedGraph named ? Optional.ofNullable(named.getGraphName())
                .filter(name -> !Quad.isDefaultGraph(name) && !Quad.isUnionGraph(name)) : Optional.empty();
    }

    private List<Hit> hits(TextSearch index, Question question) {
        if (last.isEmpty() || !last.get().question().equals(question)) {
            TextArguments arguments = question.arguments();
            last = Optional.of(new Answered(question,
                    index.hits(arguments.text().of(question.subject(), question.graph()), arguments.limit())));
        }
        return last.get().hits();
    }

    /** The row with what was found in it; empty where the row holds something else already. */
    private static Optional<Binding> joined(Binding row, List<Node> results, Hit hit) {
        List<Node> found = List.of(hit.subject(), NodeFactoryExtra.floatToNode(hit.score()), hit.literal(), hit.graph(),
                hit.property());
        BindingBuilder joined = Binding.builder(row);
        for (int i = 0; i < results.size(); i++) {
            Node result = results.get(i);
            Node before = result.isVariable() ? joined.get(Var.alloc(result)) : result;
            if (before == null) {
                joined.add(Var.alloc(result), found.get(i));
            } else if (!before.equals(found.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(joined.build());
    }
}
