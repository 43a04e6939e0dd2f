package org.secretomegraph.linking.standing;

import org.secretomegraph.report.Finding;
import org.secretomegraph.report.Location;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.RuleIris;

/** The findings about the standing of publications, in a curator's words. The names of the rules are their codes. */
final class StandingFindings {
    private StandingFindings() {}

    /** @param isRecorded whether the graph says so already */
    static Finding claim(PublicationCitation citation, String identifier, Notice notice, StandingList list,
            boolean isRecorded) {
        Standing standing = notice.standing();
        String what = (citation.isImported() ? "this record rests on " : "this claim rests on ") + identifier
                + ", which is " + standing.phrase() + notice(notice) + ", by " + list.title();
        String remedy = isRecorded ? "The graph says so already: the claim stays as a record of what was said."
                : switch (standing) {
                    case RETRACTED -> "Drop the " + (citation.isImported() ? "record" : "row")
                            + ", or record the standing in ontology/standing.tsv, so that no direct link rests on it.";
                    case CONCERN -> "Read the notice, and record the standing in ontology/standing.tsv.";
                    case CORRECTED -> "Read the correction: does the finding still hold?";
                    case REINSTATED -> "Read the notice: the publication may be cited again.";
                    case PREPRINT, NO_NOTICE -> "Nothing is to be done.";
                };
        return finding(standing.term(), isRecorded ? Severity.INFO : standing.severity(), citation.place(), identifier,
                what, remedy);
    }

    /** @param falls whether no other claim makes the link */
    static Finding link(Location place, String link, int retracted, int all, boolean falls) {
        return finding("link", falls ? Severity.VIOLATION : Severity.WARNING, place, link,
                "of the " + all + (all == 1 ? " claim" : " claims") + " that make this direct link " + retracted
                        + (retracted == 1 ? " rests" : " rest") + " on a retracted publication"
                        + (falls ? ", and no other is left" : ""),
                falls ? "The link falls with them, unless another publication says the same."
                        : "Record the standing in ontology/standing.tsv; the link then rests on the others alone.");
    }

    private static String notice(Notice notice) {
        String text = (notice.document().isEmpty() ? "" : " " + notice.document())
                + notice.date().map(day -> " of " + day).orElse("");
        return text.isEmpty() ? "" : " (notice" + text + ")";
    }

    private static Finding finding(String aspect, Severity severity, Location place, String value, String problem,
            String remedy) {
        return Finding.inText(RuleIris.NS + "Standing-" + aspect, place, problem, remedy).withSeverity(severity)
                .withValue(value);
    }
}
