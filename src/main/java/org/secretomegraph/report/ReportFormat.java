package org.secretomegraph.report;

import java.io.PrintStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;

/** The output formats. Each writes the same findings in the same order; {@link #TEXT} tells each mistake once. */
public enum ReportFormat {
    /** For people; the only format with colours. */
    TEXT,
    JSON,
    /** One line for each finding, for spreadsheets and {@code cut}. */
    TSV,
    /** A SHACL validation report. */
    TURTLE,
    /** A self-contained page. */
    HTML,
    /** For build servers that show tests. */
    JUNIT,
    /** For code hosts that show findings at the lines of a file. */
    SARIF;

    /** @param failOn the mildest severity for which the data is refused */
    public void write(ValidationResult result, Severity failOn, PrintStream out) {
        write(result, failOn, AnsiColour.NONE, out);
    }

    /** @param colour colours for {@link #TEXT}; the other formats have none */
    public void write(ValidationResult result, Severity failOn, AnsiColour colour, PrintStream out) {
        switch (this) {
            case TEXT -> TextReport.eachOnce(result.findings())
                    .forEach(f -> out.print(TextReport.text(f, colour) + "\n"));
            case JSON -> TsvJsonReport.write(out, TsvJsonReport.json(result, failOn));
            case TSV -> TsvJsonReport.tsv(result, out);
            case TURTLE -> RDFDataMgr.write(out, ShaclReport.of(result), RDFFormat.TURTLE_PRETTY);
            case HTML -> out.print(HtmlReport.page(result, failOn));
            case JUNIT -> out.print(JunitReport.suites(result, failOn));
            case SARIF -> TsvJsonReport.write(out, SarifReport.log(result));
        }
        out.flush();
    }

    /** A finding as {@link #TEXT} prints it. */
    public static String text(Finding f) {
        return TextReport.text(f, AnsiColour.NONE);
    }
}
