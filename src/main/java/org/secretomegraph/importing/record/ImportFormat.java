package org.secretomegraph.importing.record;

import java.util.Locale;
import java.util.Optional;

/** What can be imported: the format, its publisher, and what the publisher states of use. */
public enum ImportFormat {
    /** GO Annotation File 2.2. Licence: https://geneontology.org/docs/go-citation-policy/. */
    GAF("GO annotation file (GAF 2.2)", "https://geneontology.org/docs/download-go-annotations/",
            "https://creativecommons.org/licenses/by/4.0/"),
    /** Gene Product Association Data 2.0, of the same consortium. */
    GPAD("GO annotation file (GPAD 2.0)", "https://geneontology.org/docs/download-go-annotations/",
            "https://creativecommons.org/licenses/by/4.0/"),
    /** Vesiclepedia's tables. A licence was not found on what could be seen of its pages. */
    VESICLEPEDIA("Vesiclepedia tables", "http://www.microvesicles.org/", ""),
    /** ExoCarta's tables, likewise. */
    EXOCARTA("ExoCarta tables", "http://www.exocarta.org/", ""),
    /** ClinicalTrials.gov API version 2. */
    CLINICALTRIALS("ClinicalTrials.gov records (JSON, API version 2)", "https://clinicaltrials.gov/",
            "https://clinicaltrials.gov/about-site/terms-conditions");

    private final String title;
    private final String publisher;
    private final String licence;

    ImportFormat(String title, String publisher, String licence) {
        this.title = title;
        this.publisher = publisher;
        this.licence = licence;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** The page that the publisher gives the data at. */
    public String publisher() {
        return publisher;
    }

    /** What may be done with the data, as the publisher states it; empty when no statement could be seen. */
    public Optional<String> licence() {
        return Optional.of(licence).filter(l -> !l.isEmpty());
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
