/**
 * Mapping sets in SSSOM/TSV (https://github.com/mapping-commons/sssom): read, written, and as a source of the
 * graph.
 */
package org.secretomegraph.linking.sssom;
