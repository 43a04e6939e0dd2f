package org.secretomegraph.linking.match;

import org.secretomegraph.linking.release.TermField;

/** Where a name was found, with the CURIE that SSSOM's match fields name it by, and how far it can be trusted. */
enum MatchField {
    LABEL("rdfs:label", 1.0), EXACT("oboInOwl:hasExactSynonym", 0.9), OTHER("oboInOwl:hasRelatedSynonym", 0.6);

    private final String curie;
    private final double trust;

    MatchField(String curie, double trust) {
        this.curie = curie;
        this.trust = trust;
    }

    static MatchField of(TermField field) {
        return switch (field) {
            case LABEL -> LABEL;
            case EXACT_SYNONYM -> EXACT;
            case OTHER_SYNONYM -> OTHER;
            default -> throw new IllegalArgumentException(field + " is no name");
        };
    }

    String curie() {
        return curie;
    }

    double trust() {
        return trust;
    }
}
