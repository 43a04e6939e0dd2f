package org.secretomegraph.pages;

import java.util.List;

/**
 * What was looked for and found.
 *
 * @param asked       what was looked for
 * @param choices     the kinds that one can look for
 * @param remark      how many there are, and which are shown
 * @param hits        what was found
 * @param suggestions what else could be looked for, when nothing was found
 * @param before      where the hits before these are; empty when there are none
 * @param after       where the hits after these are; empty when there are none
 */
public record SearchPage(String asked, List<Choice> choices, String remark, List<Hit> hits, List<Link> suggestions,
        String before, String after) {

    /** A kind of thing, and whether it is chosen. */
    public record Choice(String word, boolean chosen) {}

    /** Somewhere to go. */
    public record Link(String text, String address) {}

    /** A part of a text, marked when it is what was looked for. */
    public record Part(String text, boolean asked) {}

    /**
     * One thing.
     *
     * @param parts what matched; shown when it is not the label
     * @param other what matched, when it is not the label
     */
    public record Hit(String label, String address, String curie, String kind, List<Part> parts, String definition,
            String other) {}
}
