/**
 * The finding (rule, severity, location, problem, remedy) and its output formats: text, JSON, TSV, SHACL report,
 * HTML, JUnit, SARIF. Every format prints the same findings in the same order.
 */
@NullMarked
package org.secretomegraph.report;

import org.jspecify.annotations.NullMarked;
