/**
 * The dataset in numbers: VoID (https://www.w3.org/TR/void/) with statistics and link sets. A dataset comes in;
 * one graph goes out.
 */
package org.secretomegraph.graph.describe;
