/**
 * What is published as files. A snapshot comes in; the ontology with its slices, the whole graph and their checksums go
 * out, the same bytes for the same input. It may not know how a release is announced or served.
 */
@NullMarked
package org.secretomegraph.release;

import org.jspecify.annotations.NullMarked;
