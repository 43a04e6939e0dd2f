package org.secretomegraph.guard;

import java.util.List;
import org.secretomegraph.report.Finding;

/** Findings of a changed graph: those that the change added, and those that were there. */
record ChangeFindings(List<Finding> added, List<Finding> present) {}
