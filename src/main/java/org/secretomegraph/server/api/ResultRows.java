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
 * One page of a query's rows.
 *
 * @param columns their variables
 * @param page    the rows that were asked for
 * @param total   how many there are in all
 */
record ResultRows(List<Var> columns, List<Binding> page, long total) {

    /** Runs a query to its end: the page is kept, the rest is counted. */
    static ResultRows of(QueryExec exec, Query query, Paging asked) {
        if (query.isAskType()) {
            Var answer = Var.alloc("answer");
            return of(List.of(answer), List.of(BindingFactory.binding(answer, exec.ask() ? NodeConst.nodeTrue
                    : NodeConst.nodeFalse)).iterator(), asked);
        }
        if (query.isSelectType()) {
            RowSet all = exec.select();
            return of(all.getResultVars(), all, asked);
        }
        Graph made = query.isDescribeType() ? exec.describe() : exec.construct();
        return ofTriples(made, asked);
    }

    /** A graph as three columns, sorted so that pages fit together. */
    private static ResultRows ofTriples(Graph made, Paging asked) {
        Var subject = Var.alloc("subject");
        Var property = Var.alloc("property");
        Var value = Var.alloc("value");
        Iterator<Binding> rows = made.stream().sorted(Comparator.comparing(Object::toString))
                .map(t -> BindingFactory.binding(subject, t.getSubject(), property, t.getPredicate(), value,
                        t.getObject()))
                .iterator();
        return of(List.of(subject, property, value), rows, asked);
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

    private static ResultRows of(List<Var> columns, Iterator<Binding> all, Paging asked) {
        List<Binding> kept = new ArrayList<>();
        long total = 0;
        for (; all.hasNext(); total++) {
            Binding row = all.next();
            if (asked.holds(total)) {
                kept.add(row);
            }
        }
        return new ResultRows(columns, kept, total);
    }

    /** As SPARQL 1.1's CSV or TSV results (https://www.w3.org/TR/sparql11-results-csv-tsv/). */
    byte[] table(ApiFormat format) {
        Lang lang = format == ApiFormat.CSV ? ResultSetLang.RS_CSV : ResultSetLang.RS_TSV;
        RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, RowSetStream.create(columns, page.iterator()), Context.emptyContext());
        return out.toByteArray();
    }
}
