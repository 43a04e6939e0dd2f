package org.secretomegraph.linking.standing;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.secretomegraph.report.Severity;
import org.secretomegraph.vocab.Scso;

/** How a publication stands, the more severe later. The names are those of {@code scso:Standing}. */
public enum Standing {
    /** No list that was looked at has a notice on it. */
    NO_NOTICE("noNotice", "without a notice", Severity.INFO),
    /** It is not peer-reviewed; a curator's statement, which no list makes. */
    PREPRINT("preprint", "a preprint", Severity.INFO),
    CORRECTED("corrected", "corrected", Severity.INFO),
    REINSTATED("reinstated", "reinstated after a retraction", Severity.INFO),
    CONCERN("expressionOfConcern", "under an expression of concern", Severity.WARNING),
    RETRACTED("retracted", "retracted", Severity.VIOLATION);

    private final String term;
    private final String phrase;
    private final Severity severity;

    Standing(String term, String phrase, Severity severity) {
        this.term = term;
        this.phrase = phrase;
        this.severity = severity;
    }

    /** The standing with this name in the ontology, for example {@code retracted}. */
    static Optional<Standing> named(String term) {
        return Stream.of(values()).filter(s -> s.term.equals(term)).findFirst();
    }

    /** Its name in the ontology. */
    String term() {
        return term;
    }

    Node node() {
        return Scso.term(term);
    }

    /** What a publication is, after "is". */
    String phrase() {
        return phrase;
    }

    /** How severe it is that a claim rests on such a publication. */
    Severity severity() {
        return severity;
    }
}
