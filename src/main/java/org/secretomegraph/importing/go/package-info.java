/**
 * GO annotation files: GAF 2.2 and GPAD 2.0. Rows come in; claims that a gene product takes part in a process go out.
 */
@NullMarked
package org.secretomegraph.importing.go;

import org.jspecify.annotations.NullMarked;
