/**
 * The dependency analysis of shapes. Shapes come in; an index goes out that leads from changed triples to the focus
 * nodes whose result may differ. docs/guard.md explains why it is complete.
 */
@NullMarked
package org.secretomegraph.shacl.incremental;

import org.jspecify.annotations.NullMarked;
