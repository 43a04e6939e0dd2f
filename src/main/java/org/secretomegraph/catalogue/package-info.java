/**
 * The questions. Query files with headers come in; questions, their checked parameters and their RDF description
 * go out. This room may not know where the dataset came from nor how rows are shown.
 */
package org.secretomegraph.catalogue;
