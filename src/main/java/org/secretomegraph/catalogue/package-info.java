/**
 * The questions. Query files with headers come in; {@link org.secretomegraph.catalogue.Question}s and their answers go
 * out. This room may not know where the dataset came from nor how rows are shown.
 */
package org.secretomegraph.catalogue;
