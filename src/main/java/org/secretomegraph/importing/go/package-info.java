/**
 * GO annotation files: GAF 2.2 and GPAD 2.0. Rows come in; claims that a gene product takes part in a process go
 * out.
 */
package org.secretomegraph.importing.go;
