/**
 * Proposed mappings to another ontology, by names alone. Two sets of terms come in; candidate mappings for a curator go
 * out.
 */
@NullMarked
package org.secretomegraph.linking.match;

import org.jspecify.annotations.NullMarked;
