package org.secretomegraph.server.api;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.util.Context;

/**
 * One page of the rows of a query.
 *
 * @param columns their variables
 * @param page    the rows of the page
 * @param total   the number of all rows
 */
record ResultRows(List<Var> columns, List<Binding> page, long total) {

    /** Runs a query to its end: the rows of the page are kept, the others are counted. */
    static ResultRows of(QueryExec exec, Query query, Paging paging) {
        if (query.isAskType()) {
            Var answer = Var.alloc("answer");
            return of(List.of(answer), List.of(BindingFactory.binding(answer, exec.ask() ? NodeConst.nodeTrue
                    : NodeConst.nodeFalse)).iterator(), paging);
        }
        if (query.isSelectType()) {
            RowSet all = exec.select();
            return of(all.getResultVars(), all, paging);
        }
        Graph graph = query.isDescribeType() ? exec.describe() : exec.construct();
        return ofTriples(graph, paging);
    }

    /** A graph as three columns, sorted so that the order is total. */
    private static ResultRows ofTriples(Graph graph, Paging paging) {
        Var subject = Var.alloc("subject");
        Var property = Var.alloc("property");
        Var value = Var.alloc("value");
        Iterator<Binding> rows = graph.stream().sorted(Comparator.comparing(Object::toString))
                .map(t -> BindingFactory.binding(subject, t.getSubject(), property, t.getPredicate(), value,
                        t.getObject()))
                .iterator();
        return of(List.of(subject, property, value), rows, paging);
    }

    /** Texts in columns. */
    static ResultRows ofTexts(List<String> columns, List<List<String>> texts) {
        List<Var> vars = columns.stream().map(Var::alloc).toList();
        List<Binding> rows = texts.stream().map(cells -> {
            var row = Binding.builder();
            for (int i = 0; i < cells.size(); i++) {
                row.add(vars.get(i), NodeFactory.createLiteralString(cells.get(i)));
            }
            return row.build();
        }).toList();
        return new ResultRows(vars, rows, rows.size());
    }

    private static ResultRows of(List<Var> columns, Iterator<Binding> all, Paging paging) {
        List<Binding> page = new ArrayList<>();
        long total = 0;
        for (; all.hasNext(); total++) {
            Binding row = all.next();
            if (paging.contains(total)) {
                page.add(row);
            }
        }
        return new ResultRows(columns, page, total);
    }

    /** In CSV or TSV of SPARQL 1.1 (https://www.w3.org/TR/sparql11-results-csv-tsv/). */
    byte[] table(ApiFormat format) {
        Lang lang = format == ApiFormat.CSV ? ResultSetLang.RS_CSV : ResultSetLang.RS_TSV;
        RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, RowSetStream.create(columns, page.iterator()), Context.emptyContext());
        return out.toByteArray();
    }
}
