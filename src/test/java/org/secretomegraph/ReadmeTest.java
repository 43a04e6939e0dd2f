package org.secretomegraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secretomegraph.cli.SecretomeCommand;
import org.secretomegraph.server.SecretomeServer;
import org.secretomegraph.server.http.ServerSettings;

/** Documentation runs or it does not ship: every command in README.md is executed, and what it shows must come out. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```(?:\\n```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final String JAR = "java -jar target/secretome.jar ";
    private static SecretomeServer server;

    /** A command and the lines that README shows of its output. */
    record Example(String command, List<String> shown) {
        @Override
        public String toString() {
            return command;
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        while (block.find()) {
            List<String> shown = block.group(2) == null ? List.of() : block.group(2).lines().toList();
            block.group(1).lines().forEach(line -> found.add(new Example(line, shown)));
        }
        return found;
    }

    static Stream<Example> ofTheJar() throws IOException {
        return examples().stream().filter(e -> e.command().startsWith(JAR));
    }

    static Stream<Example> ofCurl() throws IOException {
        return examples().stream().filter(e -> e.command().startsWith("curl "));
    }

    @BeforeAll
    static void serve() {
        server = SecretomeServer.start(ServerSettings.local(), BundledGraph.snapshot(), BundledGraph::catalogue);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void hasNoCommandThatIsNotExecuted() throws IOException {
        List<Example> all = examples();
        long run = ofTheJar().count() + ofCurl().count();
        List<String> maven = all.stream().map(Example::command).filter(c -> c.startsWith("mvn ")).toList();
        assertTrue(all.size() >= 10, "only " + all.size() + " commands found");
        assertEquals(all.size(), run + maven.size(), "a command of a kind that no test runs");
        String ci = Files.readString(Path.of(".ci/run"));
        // Maven cannot run itself from within its own tests; .ci/run executes these.
        for (String command : maven) {
            String goals = command.substring("mvn ".length()).replace("-q ", "");
            assertTrue(ci.contains(goals), ".ci/run does not execute: " + command);
        }
    }

    @Test
    void thePageOfQuestionsNamesEachInItsOwnWords() throws IOException {
        List<String> page = Files.readAllLines(Path.of("docs/questions.md"));
        assertEquals(BundledGraph.catalogue().questions().stream()
                .map(question -> "| `" + question.name() + "` | " + question.summary() + " |").sorted().toList(),
                page.stream().filter(line -> line.startsWith("| `")).sorted().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTheJar")
    void commandOfTheJarRuns(Example example) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code;
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            code = SecretomeCommand.commandLine(BundledGraph.services())
                    .execute(example.command().substring(JAR.length()).split(" "));
        } finally {
            System.setOut(before);
        }
        int expected = example.command().contains("/invalid-") ? 1 : 0;
        assertEquals(expected, code, "exit code");
        shows(example, out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofCurl")
    void commandOfCurlRuns(Example example) throws IOException, InterruptedException {
        String here = example.command().replace("curl ", "curl -sS --fail ")
                .replace("http://localhost:3030", "http://localhost:" + server.port());
        Process curl = new ProcessBuilder("bash", "-c", here).redirectErrorStream(true).start();
        String answer;
        try (InputStream out = curl.getInputStream()) {
            answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(0, curl.waitFor(), answer);
        shows(example, answer);
    }

    private static void shows(Example example, String output) {
        assertTrue(!output.isBlank(), "no output");
        for (String line : example.shown()) {
            assertTrue(output.contains(line), "README shows what does not come out: " + line);
        }
    }
}
