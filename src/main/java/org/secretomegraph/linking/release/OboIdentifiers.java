package org.secretomegraph.linking.release;

import java.util.HashMap;
import java.util.Map;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.Terms;

/**
 * Identifiers of OBO documents as IRIs, after section 5.9 of the OBO 1.4 syntax: a declared idspace, else the namespace
 * that the prefix's own ontology uses, else the OBO library's.
 */
final class OboIdentifiers {
    static final String PART_OF = Terms.OBO + "BFO_0000050";

    /** Relations that ontologies coined for parthood before, or besides, BFO's: {@code obo/so#part_of}. */
    private static final String COINED = "http://purl\\.obolibrary\\.org/obo/([\\w-]+#|OBO_REL_)part_of"
            + "|http://www\\.obofoundry\\.org/ro/ro\\.owl#part_of";

    private final Map<String, String> idspaces = new HashMap<>();
    private final Map<String, String> mappings = new HashMap<>();
    private String document = Terms.OBO;
    private String relationPrefix = "";

    /** Whether a relation says that its subject is part of its object. */
    static boolean isPartOf(String relation) {
        return relation.equals(PART_OF) || relation.endsWith("part_of") && relation.matches(COINED);
    }

    /** The document's ontology, as its header names it. */
    void ontology(String name) {
        document = name.startsWith("http") ? name : Terms.OBO + name;
    }

    void idspace(String prefix, String iri) {
        idspaces.put(prefix, iri);
    }

    /** What the document calls one name, is called another elsewhere ({@code id-mapping} of OBO 1.2). */
    void mapping(String from, String to) {
        mappings.put(from, to);
    }

    /** The prefix of all relations that are written without one ({@code default-relationship-id-prefix} of OBO 1.2). */
    void relationPrefix(String prefix) {
        relationPrefix = prefix;
    }

    /** The IRI of an identifier; a name without a prefix is a relation of the document itself. */
    String iri(String id) {
        if (id.startsWith("http:") || id.startsWith("https:")) {
            return id;
        }
        if (id.equals("part_of")) {
            return PART_OF;
        }
        int colon = id.indexOf(':');
        if (colon < 0 && !relationPrefix.isEmpty()) {
            return iri(relationPrefix + ":" + id);
        }
        String mapped = mappings.getOrDefault(id, id);
        if (!mapped.equals(id)) {
            return withPrefix(mapped);
        }
        return colon < 0 ? document + "#" + id : withPrefix(id);
    }

    private String withPrefix(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            return id.equals("part_of") ? PART_OF : document + "#" + id;
        }
        String declared = idspaces.get(id.substring(0, colon));
        if (declared != null) {
            return declared + id.substring(colon + 1);
        }
        return Curie.expand(id).orElseGet(() -> Terms.OBO + id.substring(0, colon) + "_" + id.substring(colon + 1));
    }
}
