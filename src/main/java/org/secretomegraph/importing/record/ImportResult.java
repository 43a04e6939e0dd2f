package org.secretomegraph.importing.record;

import org.secretomegraph.report.ValidationResult;

/**
 * What became of a file, or would become of it.
 *
 * @param accepted  whether the rules let it pass
 * @param reading   what reading it came to
 * @param validation what is wrong with it, by its text and by the shapes
 * @param triples   how many triples it says
 */
public record ImportResult(boolean accepted, Importer.Reading reading, ValidationResult validation, long triples) {}
