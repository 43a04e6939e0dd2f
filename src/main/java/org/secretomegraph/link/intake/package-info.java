/**
 * Data of other databases. A file that the user downloaded comes in; claims as triples, with their provenance, and findings
 * at row and column go out. What the graph does not know is left out and told; nothing is guessed. This room may not know
 * who reads the findings.
 */
package org.secretomegraph.link.intake;
