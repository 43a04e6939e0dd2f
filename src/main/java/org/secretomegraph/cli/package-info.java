/**
 * The command line: an edge. A command parses, calls one verb, prints and returns a code. Results go to stdout, all else
 * to stderr. Exit codes: 0 good, 1 the data was refused, 2 we or the command line failed.
 */
package org.secretomegraph.cli;
