package org.secretomegraph.curation;

import org.secretomegraph.report.ValidationResult;

/**
 * What became of a sheet, or would become of it.
 *
 * @param accepted  whether the rules let it pass
 * @param result what the rules say
 * @param changes   what it changes in its graph
 */
public record CurationResult(boolean accepted, ValidationResult validation, SheetDiff changes) {}
