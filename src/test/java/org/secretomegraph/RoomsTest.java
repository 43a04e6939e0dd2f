package org.secretomegraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house has rooms, and arrows point down: README's picture is checked here against every import. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/secretomegraph");
    /** A room may import rooms of a lower floor, and itself; never a sibling, never a room above. */
    private static final List<Set<String>> FLOORS = List.of(Set.of("vocab"), Set.of("graph"), Set.of("guard"), Set.of("sheet"),
            Set.of("curation", "link", "catalogue", "release", "pages"), Set.of("cli", "server"));
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?org\\.secretomegraph\\.([a-z]+)\\.");

    @Test
    void everyArrowPointsDown() throws IOException {
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (Path file : javaFiles()) {
            String room = room(file);
            if (room.isEmpty()) {
                continue;
            }
            read++;
            for (String line : Files.readAllLines(file)) {
                Matcher found = IMPORT.matcher(line);
                if (found.find() && !found.group(1).equals(room) && floor(found.group(1)) >= floor(room)) {
                    wrong.add(file + ": " + line);
                }
            }
        }
        assertTrue(read >= 25, "only " + read + " files read: is the folder right?");
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyTheServerKnowsFuseki() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : javaFiles()) {
            if (!room(file).equals("server") && Files.readString(file).contains("org.apache.jena.fuseki")) {
                wrong.add(file.toString());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyTheGuardWrites() throws IOException {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (Path file : javaFiles()) {
            boolean writes = Files.readString(file).contains("underWriteTransaction(");
            found += writes ? 1 : 0;
            if (writes && !room(file).equals("guard") && !file.endsWith("graph/Store.java")
                    && !file.endsWith("graph/Beginning.java")) {
                wrong.add(file.toString());
            }
        }
        assertEquals(3, found, "the store has it, the guard uses it, and so does who makes derived graphs anew at the start");
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        for (Path file : javaFiles()) {
            Path info = file.resolveSibling("package-info.java");
            assertTrue(room(file).isEmpty() || Files.exists(info), info + " is missing");
        }
    }

    @Test
    void noPublicStaticFieldCanChange() throws IOException {
        Pattern mutable = Pattern.compile("^\\s*public static (?!final|abstract|<)[A-Za-z<>\\[\\], ]+ \\w+\\s*(=|;)");
        List<String> wrong = new ArrayList<>();
        for (Path file : javaFiles()) {
            Files.readAllLines(file).stream().filter(line -> mutable.matcher(line).find())
                    .forEach(line -> wrong.add(file + ": " + line));
        }
        assertEquals(List.of(), wrong);
    }

    private static int floor(String room) {
        return IntStream.range(0, FLOORS.size()).filter(i -> FLOORS.get(i).contains(room)).findFirst()
                .orElseThrow(() -> new AssertionError("the room '" + room + "' is not in the plan"));
    }

    private static String room(Path file) {
        Path inside = SOURCES.relativize(file);
        return inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
