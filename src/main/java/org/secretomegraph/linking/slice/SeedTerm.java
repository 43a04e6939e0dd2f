package org.secretomegraph.linking.slice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Location;
import org.secretomegraph.vocab.PrefixRegistry;

/**
 * A term that a slice is to hold, and who asks for it.
 *
 * @param iri   the term
 * @param place where it is asked for
 */
public record SeedTerm(String iri, Location place) {

    /** The IRI of a term that a person names by its CURIE or IRI; empty when it is neither. */
    public static Optional<String> iri(String id) {
        return PrefixRegistry.bundled().lenientIri(id);
    }

    /**
     * Reads a list: one CURIE or IRI a line, whatever follows it is for people, {@code #} begins a comment.
     *
     * @throws InvalidInputException when a line holds no identifier, or the list is empty
     */
    public static List<SeedTerm> list(Path file) {
        PrefixRegistry prefixes = PrefixRegistry.bundled();
        List<SeedTerm> wanted = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + ": no such list of terms, or no text in UTF-8", e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String id = lines.get(i).replaceFirst("^\uFEFF", "").strip().replaceFirst("(\\s.*)$", "");
            if (id.isEmpty() || id.startsWith("#")) {
                continue;
            }
            String iri = prefixes.lenientIri(id).orElse("");
            if (iri.isEmpty()) {
                throw new InvalidInputException(
                        file + ":" + (i + 1) + ": '" + id + "' is not an identifier; write one CURIE with a known"
                                + " prefix, for example CL:0000134, or one IRI a line");
            }
            wanted.add(new SeedTerm(iri, Location.inText(file.toString(), i + 1, "")));
        }
        if (wanted.isEmpty()) {
            throw new InvalidInputException(file + ": lists no term");
        }
        return wanted;
    }
}
