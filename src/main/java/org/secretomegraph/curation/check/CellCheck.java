package org.secretomegraph.curation.check;

import java.util.Optional;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.curation.read.ClaimRow;
import org.secretomegraph.table.CellError;

/** One kind of mistake that a single cell shows, with the row around it. */
@FunctionalInterface
interface CellCheck {
    /** What is wrong with the cell; empty when this rule has nothing to say of it. */
    Optional<CellError> of(ClaimRow row, ClaimColumn column);
}
