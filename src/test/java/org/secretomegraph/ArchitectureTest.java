package org.secretomegraph;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rooms of docs/architecture.md: dependencies point down, packages stay small, and names are unique. */
class ArchitectureTest {
    private static final String ROOT = "org.secretomegraph";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LARGEST_PACKAGE = 25;
    /** Rooms from the edges down; a room may use rooms of lower lines only. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("app"), List.of("cli", "server"),
            List.of("curation", "importing", "linking", "catalogue", "release", "pages"),
            List.of("target"), List.of("guard"), List.of("findings"), List.of("shacl", "table"), List.of("report"),
            List.of("graph"), List.of("vocab"), List.of("io"));

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
        assertTrue(ours.size() > 400, "only " + ours.size() + " classes were read: was main compiled?");
    }

    @Test
    void roomsUseLowerRoomsOnly() {
        var layered = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (List<String> floor : LAYERS) {
            for (String room : floor) {
                layered = layered.layer(room).definedBy(ROOT + "." + room + "..");
            }
        }
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(0, i).stream().flatMap(List::stream).toArray(String[]::new);
            for (String room : LAYERS.get(i)) {
                layered = above.length == 0 ? layered.whereLayer(room).mayNotBeAccessedByAnyLayer()
                        : layered.whereLayer(room).mayOnlyBeAccessedByLayers(above);
            }
        }
        layered.because("docs/architecture.md draws the rooms; move the class down, or hand in what it needs")
                .check(ours);
    }

    @Test
    void everyRoomIsInTheLayers() {
        List<String> known = LAYERS.stream().flatMap(List::stream).toList();
        classes().that().resideOutsideOfPackage(ROOT)
                .should()
                .resideInAnyPackage(known.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
                .because("a new room is added to LAYERS here and to docs/architecture.md").check(ours);
    }

    @Test
    void packagesAreFreeOfCyclesAtEveryDepth() {
        slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "each package";
            }
        }).should().beFreeOfCycles().because("two packages that need each other are one").check(ours);
    }

    @Test
    void onlyTheServerUsesFusekiAndJetty() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".server..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.jena.fuseki..", "org.eclipse.jetty..", "jakarta.servlet..")
                .because("the edges know the frameworks, the rooms below do not").check(ours);
    }

    @Test
    void onlyTheGuardAndTheStoreOpenWriteTransactions() {
        noClasses().that().resideOutsideOfPackages(ROOT + ".guard..", ROOT + ".graph.store..")
                .should().callMethodWhere(describe("a write transaction is opened",
                        call -> call.getName().equals("underWriteTransaction")))
                .because("every write is proposed to the guard").check(ours);
    }

    @Test
    void staticFieldsAreConstants() {
        fields().that().areStatic().should().beFinal().because("two servers in one JVM must not share state")
                .check(ours);
        fields().that().areStatic().and().arePublic().should().notHaveModifier(JavaModifier.VOLATILE).check(ours);
    }

    @Test
    void nobodyPrintsStackTracesOrExits() {
        noClasses().should().callMethod(Throwable.class, "printStackTrace")
                .because("users get one line, the log gets the rest").check(ours);
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".Main").and()
                .doNotHaveFullyQualifiedName(ROOT + ".Launcher")
                .should().callMethod(System.class, "exit", int.class).because("only Main ends the program").check(ours);
    }

    @Test
    void packagesStaySmall() {
        Map<String, Long> sizes = topLevel().collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new,
                Collectors.counting()));
        List<String> large = sizes.entrySet().stream().filter(size -> size.getValue() > LARGEST_PACKAGE)
                .map(size -> size.getKey() + " has " + size.getValue() + " classes: split it by what they do").toList();
        assertTrue(sizes.size() > 30, "only " + sizes.size() + " packages were read");
        assertEquals(List.of(), large);
    }

    @Test
    void simpleNamesAreUnique() {
        Map<String, List<String>> byName =
                topLevel().collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new,
                        Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        List<String> twice = byName.entrySet().stream().filter(name -> name.getValue().size() > 1)
                .map(name -> name.getKey() + " is in " + name.getValue() + ": rename one").toList();
        assertEquals(List.of(), twice);
    }

    @Test
    void typesAreImportedNotSpeltOut() throws IOException {
        Pattern inline =
                Pattern.compile("(?<![\\w.\"/:#])(?:org\\.secretomegraph|java\\.util|java\\.io|java\\.nio|org\\.apache)"
                        + "(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*");
        List<String> wrong;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            wrong = files.filter(file -> file.toString().endsWith(".java")).sorted()
                    .flatMap(file -> codeLines(file).filter(line -> inline.matcher(line).find())
                            .map(line -> file.getFileName() + ": import the type of: " + line.strip()))
                    .toList();
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        List<String> silent = topLevel().map(JavaClass::getPackageName).distinct().filter(name -> !name.equals(ROOT))
                .filter(name -> !Files.exists(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java")))
                .map(name -> name + ": add package-info.java: what comes in, what goes out, what it may not know")
                .toList();
        assertEquals(List.of(), silent);
    }

    private static Stream<String> codeLines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                    .filter(line -> !line.strip().startsWith("*") && !line.strip().startsWith("/*")
                            && !line.strip().startsWith("//"))
                    .map(line -> line.replaceAll("\"(?:\\\\.|[^\"\\\\])*\"", "\"\"").replaceAll("//.*|/\\*.*", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JavaClass> topLevel() {
        return ours.stream().filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }
}
