package org.secretomegraph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The redirect rules for w3id.org, read as Apache's mod_rewrite reads them in a folder
 * (https://httpd.apache.org/docs/current/mod/mod_rewrite.html): the path without the folder, rules in their order, the
 * first
 * with L ends it. Directives that this reading does not know fail the test, so that it never passes by leaving one out.
 */
class W3idRulesTest {
    private static final Path RULES = Path.of("w3id/.htaccess");
    private static final Pattern RULE = Pattern.compile("RewriteRule (\\S+) (\\S+) \\[([^\\]]*)\\]");
    private static final String SERVER = "https://secretome.example.org";

    private record Redirect(int status, String location) {}

    @ParameterizedTest
    @CsvSource({"'', 303, /ontology", "sparql, 307, /sparql", "0000012, 303, /0000012",
            "0000012.ttl, 303, /0000012.ttl",
            "promotes, 303, /promotes", "claim/xin2013-stroke-exosomes-01, 303, /claim/xin2013-stroke-exosomes-01",
            "study/NCT00132470.nt, 303, /study/NCT00132470.nt",
            "graph/curation/nervous-system, 303, /graph/curation/nervous-system",
            "imports/go, 303, /imports/go", "question/what-a-term-means, 303, /question/what-a-term-means",
            "releases/2026-11-23/scso.ttl, 303, /releases/2026-11-23/scso.ttl", "sparql-like, 303, /sparql-like"})
    void eachIdentifierIsRedirectedToItsPath(String path, int status, String location) throws IOException {
        assertEquals(new Redirect(status, SERVER + location), redirect(path));
    }

    @Test
    void theServerIsNamedOnce() throws IOException {
        assertEquals(2, Files.readString(RULES).split(Pattern.quote(SERVER), -1).length);
        assertTrue(Files.readString(Path.of("w3id/README.md")).contains("E=SERVER"));
    }

    private static Redirect redirect(String path) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line : Files.readAllLines(RULES)) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("Options ")
                    || line.equals("RewriteEngine on")) {
                continue;
            }
            Matcher rule = RULE.matcher(line);
            assertTrue(rule.matches(), "not read by this test: " + line);
            Matcher match = Pattern.compile(rule.group(1)).matcher(path);
            if (!match.find()) {
                continue;
            }
            Map<String, String> flags = new HashMap<>();
            for (String flag : rule.group(3).split(",")) {
                flags.put(flag.replaceFirst("=.*", ""), flag.replaceFirst("^[^=]*=?", ""));
            }
            assertTrue(Set.of("E", "R", "L").containsAll(flags.keySet()), "flags not read by this test: " + line);
            if (flags.containsKey("E")) {
                environment.put(flags.get("E").replaceFirst(":.*", ""), flags.get("E").replaceFirst("^[^:]*:", ""));
            }
            if (flags.containsKey("R")) {
                assertTrue(flags.containsKey("L"), "a redirect that does not end the rules: " + line);
                String location = rule.group(2).replace("%{ENV:SERVER}", environment.get("SERVER"));
                return new Redirect(Integer.parseInt(flags.get("R")),
                        match.groupCount() > 0 ? location.replace("$1", match.group(1)) : location);
            }
        }
        return new Redirect(404, "");
    }
}
