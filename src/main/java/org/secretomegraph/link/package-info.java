/**
 * Other ontologies in, our identifiers out. Releases come in as {@link org.secretomegraph.link.source.Fact}s and texts
 * with identifiers as {@link org.secretomegraph.link.Mention}s; slices, findings and proposed mappings go out. This room
 * may not know what a claim is for: a sheet is for it a table whose columns of identifiers have columns of labels beside
 * them.
 */
package org.secretomegraph.link;
