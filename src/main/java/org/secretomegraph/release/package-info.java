/**
 * What leaves the house as files. A snapshot comes in; the ontology with its slices, the whole graph and their checksums
 * go out, the same bytes for the same input; {@link org.secretomegraph.release.export} says it in other tools' formats.
 * This room may not know how a release is announced or served.
 */
package org.secretomegraph.release;
