/**
 * Studies of ClinicalTrials.gov as JSON or ZIP of JSON. Records come in; studies, and claims that something is studied
 * for a condition, go out.
 */
@NullMarked
package org.secretomegraph.importing.trial;

import org.jspecify.annotations.NullMarked;
