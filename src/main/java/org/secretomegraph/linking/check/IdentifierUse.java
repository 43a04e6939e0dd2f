package org.secretomegraph.linking.check;

import java.util.Optional;
import org.secretomegraph.report.Location;

/**
 * An identifier as it is written somewhere.
 *
 * @param place   where
 * @param written a CURIE, or what should have been one
 * @param label   the label that is written beside it
 * @param expected   which kind of term belongs there
 * @param iri     the IRI by a prefix that the file itself declares otherwise than this program
 * @param foreign whether the term need not be known to the graph: the other side of a mapping, a cross reference
 */
record IdentifierUse(Location place, String written, Optional<String> label, ExpectedKind expected,
        Optional<String> iri, boolean foreign) {}
