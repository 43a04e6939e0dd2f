/**
 * What may be said, and the only way to say it. Shapes, data and proposed {@link org.secretomegraph.guard.Change}s come
 * in; a {@link org.secretomegraph.guard.Verdict} with {@link org.secretomegraph.guard.Finding}s goes out, each with its
 * place and remedy. This room may not know how a change came (sheet, file or request) nor how findings are shown to whom.
 */
package org.secretomegraph.guard;
