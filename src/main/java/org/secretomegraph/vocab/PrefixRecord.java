package org.secretomegraph.vocab;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A prefix of identifiers.
 *
 * @param prefix    as this graph writes it
 * @param preferred as the Bioregistry prefers it; empty for our own
 * @param name      of the source
 * @param pattern   what stands after the colon
 * @param namespace what its IRIs begin with; empty when this graph writes none
 * @param others    other spellings that are met
 */
public record PrefixRecord(String prefix, String preferred, String name, Pattern pattern, String namespace,
        List<String> others) {

    /** Whether this is a right way to write it: ours or the Bioregistry's. */
    public boolean isSpelt(String written) {
        return written.equals(prefix) || written.equals(preferred);
    }

    /** Whether this can stand after the colon. */
    public boolean admits(String local) {
        return !local.isEmpty() && pattern.matcher(local).matches();
    }

    /** What its identifiers look like, as a phrase. */
    public String form() {
        return prefix + ": and then " + pattern.pattern() + " (a regular expression)";
    }
}
