package org.secretomegraph.guard;

import java.io.PrintStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** How findings are printed. Each format prints the same findings in the same order. */
public enum FindingFormat {
    /** For people; the only format that may have colours. */
    TEXT,
    JSON,
    /** One line a finding, for spreadsheets and {@code cut}. */
    TSV,
    /** A SHACL validation report. */
    TURTLE,
    /** A page that stands by itself. */
    HTML,
    /** For build servers that show tests. */
    JUNIT,
    /** For code hosts that show findings beside the file. */
    SARIF;

    /** @param floor findings from this severity on make the data refused */
    public void write(Judgement judgement, Severity floor, PrintStream out) {
        write(judgement, floor, Paint.NONE, out);
    }

    /** @param paint colours for {@link #TEXT}; the other formats have none */
    public void write(Judgement judgement, Severity floor, Paint paint, PrintStream out) {
        switch (this) {
            case TEXT -> judgement.findings().forEach(f -> out.print(PlainFindings.text(f, paint) + "\n"));
            case JSON -> org.apache.jena.atlas.json.JSON.write(out, FindingTable.json(judgement, floor));
            case TSV -> FindingTable.tsv(judgement, out);
            case TURTLE -> RDFDataMgr.write(out, FindingGraph.of(judgement), RDFFormat.TURTLE_PRETTY);
            case HTML -> out.print(HtmlFindings.page(judgement, floor));
            case JUNIT -> out.print(JunitFindings.suites(judgement, floor));
            case SARIF -> org.apache.jena.atlas.json.JSON.write(out, SarifFindings.log(judgement));
        }
        out.flush();
    }

    /** A finding as {@link #TEXT} prints it. */
    static String text(Finding f) {
        return PlainFindings.text(f, Paint.NONE);
    }
}
