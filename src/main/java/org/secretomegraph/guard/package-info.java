/**
 * What may be said, and the only way to say it. Shapes, data and proposed {@link org.secretomegraph.guard.Change}s come in;
 * remedy. This room may not know how data was written (sheet, file or request) nor how findings are shown to whom.
 */
package org.secretomegraph.guard;
