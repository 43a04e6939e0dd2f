/**
 * The tables of Vesiclepedia and ExoCarta. Rows come in; claims that something is cargo of a kind of vesicle go out.
 */
@NullMarked
package org.secretomegraph.importing.vesicle;

import org.jspecify.annotations.NullMarked;
