package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.graph.text.NameSearch;
import org.secretomegraph.graph.text.VersionedTextIndex;
import org.secretomegraph.vocab.Curie;

/** Whatever way a name is typed, the thing that is meant is among the first three: {@code search/spellings.tsv}. */
class SearchRecallTest {
    private static final int FIRST = 3;

    @Test
    void findsWhatIsMeantAmongTheFirstThree() throws IOException {
        NameSearch search = VersionedTextIndex.search(BundledGraph.snapshot().dataset().getContext()).orElseThrow();
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/search/spellings.tsv"))) {
            if (line.startsWith("#") || line.startsWith("asked\t")) {
                continue;
            }
            String[] cells = line.split("\t");
            List<String> found = search.find(cells[0]).stream().limit(FIRST)
                    .map(hit -> Curie.compact(hit.thing().getURI()).orElse(hit.thing().getURI())).toList();
            asked++;
            if (!found.contains(cells[1])) {
                missed.add(cells[0] + " means " + cells[1] + " and found " + found);
            }
        }
        assertTrue(asked >= 200, "only " + asked + " spellings were asked for");
        assertEquals(List.of(), missed);
    }
}
