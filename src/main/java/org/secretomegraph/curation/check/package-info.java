/**
 * The checks of a sheet that need no triples, one class for each, named by what it checks. Rows come in; errors at
 * their cells go out.
 */
package org.secretomegraph.curation.check;
