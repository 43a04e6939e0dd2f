package org.secretomegraph.linking.standing;

import java.util.Set;
import org.secretomegraph.report.Location;

/**
 * A claim that rests on a publication.
 *
 * @param claim       its key or IRI
 * @param place       where it cites the publication
 * @param publication IRI of the publication
 * @param identifiers what the publication is known by, in the form of {@link PublicationIds}
 * @param isImported  whether it was taken over from a record of another database
 */
record PublicationCitation(String claim, Location place, String publication, Set<String> identifiers,
        boolean isImported) {}
