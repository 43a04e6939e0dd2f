package org.secretomegraph.importing.record;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.secretomegraph.vocab.Scso;
import org.secretomegraph.vocab.Terms;

/**
 * A claim that repeats what a record of another database says.
 *
 * @param key         its permanent name
 * @param kind        the kind of claim
 * @param subject     what it is about
 * @param relation    how it relates to the object
 * @param object      what it relates to
 * @param isDenied    whether the record denies it
 * @param evidence    the class of evidence
 * @param standing    level of evidence and kind of study
 * @param publication what the record cites, or its own page
 * @param finding     the record's statement in a sentence
 * @param note        what it says besides; may be empty
 */
public record RecordClaim(String key, Node kind, Node subject, Node relation, Node object, boolean isDenied,
        Node evidence,
        Standing standing, Node publication, String finding, String note) {

    /** What a record is worth as evidence. */
    public enum Standing {
        DATABASE("databaseRecord", "database"), REGISTER("trialRegistration", "registryRecord");

        private final String level;
        private final String kind;

        Standing(String level, String kind) {
            this.level = level;
            this.kind = kind;
        }

        Node studyKind() {
            return Scso.term(kind);
        }
    }

    /** Where a record was read. */
    public record Place(String seenAt, String file, Optional<Long> row) {}

    /** Says the claim, and returns what else can be said of it. */
    public TripleBuilder write(Place place, Consumer<Triple> out) {
        TripleBuilder builder =
                new TripleBuilder(Scso.claim(key), out).a(kind).is(Scso.subject, subject).is(Scso.relation, relation)
                        .is(Scso.object, object).is(Scso.outcome, Scso.term(isDenied ? "refutes" : "supports"))
                        .is(Scso.evidence, evidence).is(Scso.evidenceLevel, Scso.term(standing.level))
                        .is(Scso.studyKind, standing.studyKind()).is(Scso.publication, publication)
                        .is(Scso.readingDepth, Scso.term("record")).english(Scso.finding, finding)
                        .typed(Scso.seenAt, place.seenAt(), XSDDatatype.XSDanyURI).text(Scso.sourceFile, place.file())
                        .text(RDFS.comment.asNode(), note);
        place.row().ifPresent(row -> builder.typed(Scso.sourceRow, Long.toString(row), XSDDatatype.XSDinteger));
        return builder;
    }

    /** A publication as far as a record tells of it. */
    public static TripleBuilder publication(Node publication, Standing standing, Consumer<Triple> out) {
        return new TripleBuilder(publication, out).a(Scso.Publication).is(Scso.studyKind, standing.studyKind());
    }

    /** A publication by its PubMed identifier. */
    public static void publication(Node publication, String pmid, Standing standing, Consumer<Triple> out) {
        publication(publication, standing, out).text(Terms.pmid, pmid);
    }
}
