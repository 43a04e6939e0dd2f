package org.secretomegraph.curation.check;

import java.util.EnumSet;
import java.util.Set;
import org.secretomegraph.curation.read.ClaimColumn;
import org.secretomegraph.vocab.EditDistance;

/**
 * A cell says something else of a publication than is said elsewhere.
 *
 * @param name      by what the publication is named
 * @param said      what is said otherwise
 * @param here      what the row says
 * @param elsewhere what is said elsewhere, by more or by as many
 * @param outvoted  whether by more
 */
record PublicationDisagreement(ClaimColumn name, ClaimColumn said, String here, String elsewhere, boolean outvoted) {
    /** A DOI of the same title that differs in more letters is that of another text, or of a preprint. */
    private static final int LETTERS = 2;
    /** Some publishers give each version of a text a DOI: {@code .1} and {@code .2}, {@code /v1} and {@code /v2}. */
    private static final String VERSION = "([./]?v\\d{1,2}|\\.\\d)$";

    /** The columns of which one holds the mistake. */
    Set<ClaimColumn> suspects() {
        return isSpelling() ? EnumSet.of(said) : EnumSet.of(name, said);
    }

    /** Whether the two are the same but for a letter or two, so that nothing else can be wrong than this cell. */
    private boolean isSpelling() {
        return said == ClaimColumn.TITLE ? here.equalsIgnoreCase(elsewhere)
                : isDoiOfTitle() && EditDistance.differBy(here, elsewhere, LETTERS);
    }

    /** One title may stand over two texts, as that of a preprint and of the article: nothing to refuse a sheet for. */
    boolean isMild() {
        return isDoiOfTitle() && !isSpelling();
    }

    private boolean isDoiOfTitle() {
        return name == ClaimColumn.TITLE && said == ClaimColumn.DOI;
    }

    /** Whether the two name versions of one text, which have a title in common. */
    boolean isOfVersions() {
        return isDoiOfTitle() && here.replaceFirst(VERSION, "").equalsIgnoreCase(elsewhere.replaceFirst(VERSION, ""));
    }
}
