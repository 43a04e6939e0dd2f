/**
 * What may be said. Shapes and data come in; {@link org.secretomegraph.guard.Finding}s go out, each with its place and
 * remedy. This room may not know how data was written (sheet, file or request) nor how findings are shown to whom.
 */
package org.secretomegraph.guard;
