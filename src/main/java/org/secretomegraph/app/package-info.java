/**
 * The composition root: settings as typed on the command line come in; commands and servers with everything they
 * need go out. Nothing below may know this room.
 */
@NullMarked
package org.secretomegraph.app;

import org.jspecify.annotations.NullMarked;
