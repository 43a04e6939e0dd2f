package org.secretomegraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** CITATION.cff says what the Citation File Format 1.2.0 requires, and agrees with the build. */
class CitationTest {
    /** github.com/citation-file-format/citation-file-format, schema.json: no other keys are allowed. */
    private static final Set<String> KEYS = Set.of("abstract", "authors", "cff-version", "commit", "contact",
            "date-released", "doi", "identifiers", "keywords", "license", "license-url", "message",
            "preferred-citation",
            "references", "repository", "repository-artifact", "repository-code", "title", "type", "url", "version");

    @Test
    @SuppressWarnings("unchecked")
    void itIsValidAndAgreesWithTheBuild() throws IOException {
        Map<String, Object> citation = (Map<String, Object>) new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("CITATION.cff")));
        assertTrue(KEYS.containsAll(citation.keySet()), citation.keySet()::toString);
        for (String required : List.of("authors", "cff-version", "message", "title")) {
            assertTrue(citation.containsKey(required), required);
        }
        assertEquals("1.2.0", citation.get("cff-version"));
        assertEquals("Apache-2.0", citation.get("license"));
        assertEquals("CC-BY-4.0", ((List<Map<String, Object>>) citation.get("references")).get(0).get("license"));
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<version>" + citation.get("version") + "</version>"));
    }
}
