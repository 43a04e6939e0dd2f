package org.secretomegraph.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.vocab.Prefixes;

/** The format of a query result. Rows and booleans as table, csv, tsv, json or xml; graphs as Turtle. */
enum ResultFormat {
    TABLE, CSV, TSV, JSON, XML, TTL;

    void write(QueryExec exec, Query query, OutputStream out) {
        if (query.isSelectType()) {
            writeRows(exec.select(), out);
        } else if (query.isAskType()) {
            writeBoolean(exec.ask(), out);
        } else {
            var graph = query.isDescribeType() ? exec.describe() : exec.construct();
            Prefixes.standard().forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
            RDFDataMgr.write(out, graph, RDFFormat.TURTLE_PRETTY);
        }
    }

    private void writeRows(RowSet rows, OutputStream out) {
        if (this == TABLE) {
            PrefixMapping prefixes = PrefixMapping.Factory.create();
            Prefixes.standard().forEach(prefixes::setNsPrefix);
            Query names = QueryFactory.make();
            names.setPrefixMapping(prefixes);
            ResultSetFormatter.out(out, ResultSet.adapt(rows), names);
            return;
        }
        ResultSetMgr.write(out, ResultSet.adapt(rows), lang());
    }

    private void writeBoolean(boolean answer, OutputStream out) {
        if (this == TABLE || this == TTL) {
            new PrintStream(out, true, StandardCharsets.UTF_8).println(answer ? "yes" : "no");
            return;
        }
        ResultSetMgr.write(out, answer, lang());
    }

    private Lang lang() {
        return switch (this) {
            case CSV -> ResultSetLang.RS_CSV;
            case TSV -> ResultSetLang.RS_TSV;
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
            case TABLE, TTL -> throw new InvalidInputException(
                    "rows cannot be written as Turtle; choose table, csv, tsv, json or xml");
        };
    }
}
