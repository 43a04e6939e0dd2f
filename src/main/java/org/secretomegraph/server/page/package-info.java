/**
 * The HTML pages that are not about one entity: home, about, and the questions as forms. Requests come in; filled
 * templates of the room pages go out.
 */
@NullMarked
package org.secretomegraph.server.page;

import org.jspecify.annotations.NullMarked;
