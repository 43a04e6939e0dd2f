/**
 * What every HTTP answer needs: filters, content negotiation, conditional requests, buffering, errors in one line.
 * It may not know what is asked.
 */
@NullMarked
package org.secretomegraph.server.http;

import org.jspecify.annotations.NullMarked;
