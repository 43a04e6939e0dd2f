/**
 * Files and streams: read consistently, written atomically, checked for UTF-8; and the exceptions that report a bad
 * input in one line.
 */
@NullMarked
package org.secretomegraph.io;

import org.jspecify.annotations.NullMarked;
