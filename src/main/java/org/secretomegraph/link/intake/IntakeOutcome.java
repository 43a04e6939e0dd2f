package org.secretomegraph.link.intake;

import org.secretomegraph.guard.Judgement;

/**
 * What became of a file, or would become of it.
 *
 * @param accepted  whether the rules let it pass
 * @param reading   what reading it came to
 * @param judgement what is wrong with it, by its text and by the shapes
 * @param triples   how many triples it says
 */
public record IntakeOutcome(boolean accepted, Intake.Reading reading, Judgement judgement, long triples) {}
