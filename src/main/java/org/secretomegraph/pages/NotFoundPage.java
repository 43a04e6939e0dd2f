package org.secretomegraph.pages;

import java.util.List;
import org.secretomegraph.pages.ResultPage.Cell;

/**
 * The page for an address where nothing is.
 *
 * @param address what was asked for
 * @param nearest what may have been meant
 */
public record NotFoundPage(String address, List<Cell> nearest) {

    /** Whether anything may have been meant. */
    public boolean hasNearest() {
        return !nearest.isEmpty();
    }
}
