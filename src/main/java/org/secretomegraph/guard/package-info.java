/**
 * The only way to write. Shapes, a store and proposed changes come in; a verdict goes out: accepted with warnings, or
 * refused with findings and nothing changed. It may not know where a change comes from (sheet, file or request) nor
 * how findings are shown.
 */
@NullMarked
package org.secretomegraph.guard;

import org.jspecify.annotations.NullMarked;
