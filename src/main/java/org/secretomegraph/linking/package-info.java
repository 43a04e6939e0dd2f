/**
 * Other ontologies in, our identifiers out. What is found about an identifier is worded here, the same for slices
 * and checks.
 */
package org.secretomegraph.linking;
