package org.secretomegraph.report;

import java.io.PrintStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** How findings are printed. Each format prints the same findings in the same order. */
public enum ReportFormat {
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
    public void write(ValidationResult judgement, Severity floor, PrintStream out) {
        write(judgement, floor, AnsiColour.NONE, out);
    }

    /** @param paint colours for {@link #TEXT}; the other formats have none */
    public void write(ValidationResult judgement, Severity floor, AnsiColour paint, PrintStream out) {
        switch (this) {
            case TEXT -> judgement.findings().forEach(f -> out.print(TextReport.text(f, paint) + "\n"));
            case JSON -> TsvJsonReport.write(out, TsvJsonReport.json(judgement, floor));
            case TSV -> TsvJsonReport.tsv(judgement, out);
            case TURTLE -> RDFDataMgr.write(out, ShaclReport.of(judgement), RDFFormat.TURTLE_PRETTY);
            case HTML -> out.print(HtmlReport.page(judgement, floor));
            case JUNIT -> out.print(JunitReport.suites(judgement, floor));
            case SARIF -> TsvJsonReport.write(out, SarifReport.log(judgement));
        }
        out.flush();
    }

    /** A finding as {@link #TEXT} prints it. */
    public static String text(Finding f) {
        return TextReport.text(f, AnsiColour.NONE);
    }
}
