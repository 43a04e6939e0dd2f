/**
 * The questions. Query files with headers come in; questions, their checked parameters and their RDF description
 * go out. This room may not know where the dataset came from nor how rows are shown.
 */
@NullMarked
package org.secretomegraph.catalogue;

import org.jspecify.annotations.NullMarked;
