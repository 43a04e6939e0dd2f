package org.secretomegraph.guard;

import java.util.List;

/** Findings of a changed graph: those that the change added, and those that were there. */
record Judgements(List<Finding> added, List<Finding> present) {}
