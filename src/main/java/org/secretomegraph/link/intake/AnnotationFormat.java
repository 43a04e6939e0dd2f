package org.secretomegraph.link.intake;

import java.util.List;
import java.util.Optional;
import org.secretomegraph.guard.SheetLayout;
import org.secretomegraph.sheet.TextCell;

/** What the two formats of GO annotation files differ in. */
interface AnnotationFormat {
    /** The line that a file begins with, without its exclamation mark. */
    String firstLine();

    /** How many fields a row has. */
    int fields();

    /** A row, with what is wrong in it told; empty when it cannot be used. */
    Optional<Annotation> annotation(long row, List<TextCell> cells, FileFindings findings);

    SheetLayout layout();
}
