package org.secretomegraph.guard;

import java.util.List;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.report.Finding;

/** The result of a proposed change. */
public sealed interface Verdict permits Verdict.Accepted, Verdict.Refused {

    /** Findings that the change adds. */
    List<Finding> added();

    /** Findings at the affected focus nodes that existed before the change and still do. They refuse nothing. */
    List<Finding> existing();

    /** The added and removed quads, derived graphs included. */
    QuadDelta delta();

    /** The change was committed, or would be after a dry run. */
    record Accepted(List<Finding> added, List<Finding> existing, QuadDelta delta) implements Verdict {
        /** The added findings, none of which is severe enough to refuse the change. */
        public List<Finding> warnings() {
            return added;
        }
    }

    /** The change was rolled back; the store is as it was before. */
    record Refused(List<Finding> added, List<Finding> existing, QuadDelta delta) implements Verdict {}
}
