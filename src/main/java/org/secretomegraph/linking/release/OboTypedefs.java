package org.secretomegraph.linking.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The relations of an OBO document. One that has a name only, such as {@code has_participant}, is called by its cross
 * reference where it has one (section 5.9.3 of the OBO 1.4 syntax), and that may come after the name is used: what is
 * said of relations waits for the end of the document.
 */
final class OboTypedefs {
    /** Something said of a relation, as it stands in the document. */
    private record Clause(String relation, TermField field, String value, boolean isId) {}

    private final List<Clause> clauses = new ArrayList<>();
    private final Map<String, String> formal = new HashMap<>();

    void send(String relation, TermField field, String value, boolean isId) {
        clauses.add(new Clause(relation, field, value, isId));
    }

    /** A cross reference: those to RO and BFO come before others. */
    void xref(String relation, String xref) {
        boolean better = xref.matches("(RO|BFO):\\d+");
        if (relation.indexOf(':') < 0 && (better || xref.matches("[A-Za-z_]+:\\d+"))) {
            formal.merge(relation, xref, (before, now) -> before.matches("(RO|BFO):\\d+") || !better ? before : now);
        }
    }

    void sendTo(OntologyHandler handler, OboIdentifiers ids) {
        BiConsumer<String, Clause> send =
                (relation, c) -> handler.term(relation, c.field(), c.isId() ? iri(c.value(), ids) : c.value());
        clauses.forEach(c -> send.accept(iri(c.relation(), ids), c));
    }

    private String iri(String id, OboIdentifiers ids) {
        return ids.iri(formal.getOrDefault(id, id));
    }
}
