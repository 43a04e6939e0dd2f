package org.secretomegraph.curation;

import java.util.Optional;
import org.secretomegraph.sheet.Fault;

/** One kind of mistake that a single cell shows, with the row around it. */
@FunctionalInterface
interface CellRule {
    /** What is wrong with the cell; empty when this rule has nothing to say of it. */
    Optional<Fault> of(ClaimRow row, ClaimColumn column);
}
