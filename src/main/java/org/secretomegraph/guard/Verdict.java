package org.secretomegraph.guard;

import java.util.List;
import org.secretomegraph.graph.change.QuadDelta;
import org.secretomegraph.report.Finding;

/** What became of a proposed change. */
public sealed interface Verdict permits Verdict.Accepted, Verdict.Refused {

    /** What the change made, or would make, wrong. */
    List<Finding> added();

    /** What was wrong before at the nodes that the change touches, and still is. It refuses nothing. */
    List<Finding> present();

    /** What the change changed, or would have changed, derived graphs included. */
    QuadDelta delta();

    /** The change was made; or, asked as a trial, it would be. */
    record Accepted(List<Finding> added, List<Finding> present, QuadDelta delta) implements Verdict {
        /** Findings that are not bad enough to refuse. */
        public List<Finding> warnings() {
            return added;
        }
    }

    /** The change was not made. The graph is as it was before. */
    record Refused(List<Finding> added, List<Finding> present, QuadDelta delta) implements Verdict {}
}
