package org.secretomegraph.importing.go;

import java.util.List;
import java.util.Optional;
import org.secretomegraph.findings.CellIndex;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.table.RawCell;

/** What the two formats of GO annotation files differ in. */
interface AnnotationFormat {
    /** The line that a file begins with, without its exclamation mark. */
    String firstLine();

    /** How many fields a row has. */
    int fields();

    /** A row, with what is wrong in it told; empty when it cannot be used. */
    Optional<Annotation> annotation(long row, List<RawCell> cells, ImportReport findings);

    CellIndex layout();
}
