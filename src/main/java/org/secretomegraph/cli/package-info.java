/**
 * The command line. A command parses its options, calls one operation, prints the result and returns an exit code:
 * 0 good, 1 the data was refused, 2 the command line was wrong or the program failed. Results go to stdout,
 * everything else to stderr.
 */
@NullMarked
package org.secretomegraph.cli;

import org.jspecify.annotations.NullMarked;
