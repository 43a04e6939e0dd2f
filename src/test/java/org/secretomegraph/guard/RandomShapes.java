package org.secretomegraph.guard;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shapes out of a hat, as Turtle: every target, path and constraint kind of SHACL Core, nested, and random
 * {@code sh:sparql} constraints, over the small vocabulary of {@link RandomGraphs}.
 */
public final class RandomShapes {
    private static final String PREFIXES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix ex: <http://example.org/> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            ex:prefixes sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/"^^xsd:anyURI ] ,
                [ sh:prefix "rdfs" ; sh:namespace "http://www.w3.org/2000/01/rdf-schema#"^^xsd:anyURI ] .
            ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:leadsTo ] ;
                sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes ex:prefixes ; sh:ask "ASK { $value ex:p0/ex:p1* $leadsTo }" ] .
            """;
    /** So many kinds of constraint look further than at the focus node. */
    private static final int AIMS = 16;

    /** Steps whose order and direction matter. */
    private static final String[] LONG_WAYS =
            {"( ex:p2 ex:p3 )", "( ex:p2 ex:p2 )", "[ sh:inversePath ( ex:p2 ex:p3 ) ]",
                    "[ sh:oneOrMorePath ex:p2 ]", "[ sh:oneOrMorePath ( ex:p2 ex:p3 ) ]",
                    "[ sh:inversePath [ sh:oneOrMorePath ex:p2 ] ]",
                    "( [ sh:inversePath ex:p2 ] [ sh:zeroOrMorePath ex:p3 ] )",
                    "[ sh:inversePath ( ex:p3 [ sh:zeroOrOnePath ex:p2 ] ) ]"};

    private final Random random;
    private final RandomQueries queries;
    private final Set<String> kinds = new TreeSet<>();
    private final StringBuilder named = new StringBuilder();
    private final boolean lean;
    private int count;
    private int implicit;

    /** @param lean whether each shape has one constraint, so that no other finding hides what a change does to it */
    public RandomShapes(Random random, boolean lean) {
        this.random = random;
        this.lean = lean;
        this.queries = new RandomQueries(random);
    }

    /** One to three shapes with targets. */
    public String turtle() {
        String roots = IntStream.rangeClosed(0, random.nextInt(lean ? 2 : 3)).mapToObj(i -> root())
                .collect(Collectors.joining("\n"));
        return PREFIXES + roots + "\n" + named;
    }

    /**
     * One shape that has one query, of each part of the language in turn: asked of the focus nodes, of which the values
     * are told
     * too, or of the nodes to which a predicate leads that the query does not look at.
     */
    String aimedAtQuery(int turn) {
        String query = used("sparql", "sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes ex:prefixes ; sh:select \"\"\""
                + queries.aimed(turn) + "\"\"\" ]");
        String constraint = switch (random.nextInt(4)) {
            case 0 -> "sh:property [ sh:path ex:p1 ; " + query + " ]";
            case 1 -> "sh:property [ sh:path ex:p1 ; sh:node [ " + query + " ] ]";
            default -> query;
        };
        return PREFIXES + "ex:Root0 a sh:NodeShape ; sh:targetSubjectsOf ex:p0 ; sh:targetObjectsOf ex:p1 ; "
                + constraint + " .";
    }

    /** One shape that looks at most nodes and has one constraint, of each kind that looks further in turn. */
    String aimed(int turn) {
        String one = has(path(1));
        String other = "[ sh:class " + RandomGraphs.type(random) + " ]";
        // Two predicates that are neither target nor each other: only the constraint itself looks at the second.
        String predicate = "ex:p3";
        String constraint = switch (turn % AIMS) {
            case 0 -> used("equals", "sh:equals " + predicate);
            case 1 -> used("disjoint", "sh:disjoint " + predicate);
            case 2 -> used("lessThan", "sh:lessThan " + predicate);
            case 3 -> used("lessThanOrEquals", "sh:lessThanOrEquals " + predicate);
            case 4 -> used("class", "sh:class " + RandomGraphs.type(random));
            case 5 -> used("node", "sh:node " + one);
            case 6 -> used("not", "sh:not " + one);
            case 7 -> used("and", "sh:and ( " + one + " " + other + " )");
            case 8 -> used("or", "sh:or ( " + one + " " + other + " )");
            case 9 -> used("xone", "sh:xone ( " + one + " " + other + " )");
            // What it asks of the values is mostly the predicate that changes most.
            case 10 -> used("qualifiedValueShape",
                    "sh:qualifiedValueShape " + pick(one, has("ex:p2"), has("ex:p3")) + " ; "
                            + pick("sh:qualifiedMaxCount 1", "sh:qualifiedMaxCount 0", "sh:qualifiedMinCount 1"));
            case 11 -> used("sparql", sparql());
            case 12 -> used("recursion", "sh:node ex:Again");
            // What is reported at the values is often there already, by another focus node that leads to them too.
            case 14 -> "sh:maxCount " + random.nextInt(3);
            case 15 -> "sh:node " + has("ex:p3");
            default -> used("property",
                    "sh:property [ sh:path " + path(1) + " ; " + pick("sh:maxCount 1", "sh:minCount 1",
                            "sh:maxCount 0") + " ]");
        };
        String beside = switch (turn % AIMS) {
            // The values of one path are judged by the shape of another, which nobody looks at along its own.
            case 10 -> used("qualifiedValueShapesDisjoint", """
                    ex:Root0 sh:property ex:Twin . ex:Twin sh:path ex:p2 ; sh:qualifiedMinCount 1 ;
                        sh:qualifiedValueShapesDisjoint true ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] .
                    """) + (random.nextBoolean() ? "" : """
                    ex:Parent a sh:NodeShape ; sh:property ex:Twin , [ sh:path ex:p1 ; sh:qualifiedMinCount 0 ;
                        sh:qualifiedValueShape [ sh:property [ sh:path ex:p1 ; sh:minCount 1 ] ] ] .
                    """);
            case 12 -> """
                    ex:Again a sh:NodeShape ; sh:property [ sh:path ex:p2 ; sh:node ex:Again ] , [ sh:path ex:p3 ; sh:maxCount 1 ] .
                    """;
            default -> "";
        };
        boolean plain = turn % AIMS < 4 || turn % AIMS == 12 || turn % AIMS == 13;
        String path = turn % AIMS == 10 ? "ex:p3"
                : turn % AIMS == 14 || turn % AIMS == 15 ? LONG_WAYS[turn / AIMS % LONG_WAYS.length]
                        : plain ? "ex:p2" : path(1);
        return PREFIXES + "ex:Root0 a sh:NodeShape ; sh:targetSubjectsOf ex:p0 ; sh:targetObjectsOf ex:p1 ; "
                + "sh:property [ sh:path " + path + " ; " + constraint + " ] .\n" + beside;
    }

    private static String has(String path) {
        return "[ sh:property [ sh:path " + path + " ; sh:minCount 1 ] ]";
    }

    private String sparql() {
        return "sh:sparql [ a sh:SPARQLConstraint ; sh:prefixes ex:prefixes ; sh:select \"\"\"" + queries.select()
                + "\"\"\" ]";
    }

    /** The kinds of constraint, path and target that were used. */
    Set<String> kinds() {
        return kinds;
    }

    private String root() {
        boolean property = random.nextInt(6) == 0;
        String kind = property ? "sh:PropertyShape ; sh:path " + path(2) : "sh:NodeShape";
        boolean isClass = !property && implicit < 4 && random.nextInt(6) == 0;
        String name = isClass ? used("implicit class", "ex:C" + implicit++) : "ex:Root" + count++;
        return name + " a " + (isClass ? "rdfs:Class , " + kind : kind + " ; " + targets())
                + " ; " + (property ? propertyBody(lean ? 2 : 3) : nodeBody(lean ? 2 : 3))
                + (random.nextInt(4) == 0 ? " ; sh:severity sh:Warning" : "") + " .";
    }

    private String targets() {
        return IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(i -> switch (random.nextInt(8)) {
            case 0 -> used("targetNode", "sh:targetNode ex:n" + random.nextInt(4));
            case 1 -> used("targetSubjectsOf", "sh:targetSubjectsOf " + RandomGraphs.predicate(random));
            case 2 -> used("targetObjectsOf", "sh:targetObjectsOf " + RandomGraphs.predicate(random));
            case 3 -> used("target",
                    "sh:target [ a sh:SPARQLTarget ; sh:prefixes ex:prefixes ; sh:select \"SELECT ?this { ?this "
                            + RandomGraphs.predicate(random) + "/" + RandomGraphs.predicate(random) + " ?x }\" ]");
            default -> used("targetClass", "sh:targetClass " + RandomGraphs.type(random));
        }).collect(Collectors.joining(" ; "));
    }

    private String path(int depth) {
        if (depth == 0 || random.nextInt(2) == 0) {
            return random.nextInt(8) == 0 ? (random.nextBoolean() ? "rdf:type" : "rdfs:subClassOf")
                    : RandomGraphs.predicate(random);
        }
        return switch (random.nextInt(6)) {
            case 0 -> used("inversePath", "[ sh:inversePath " + path(depth - 1) + " ]");
            case 1 -> used("alternativePath",
                    "[ sh:alternativePath ( " + path(depth - 1) + " " + path(depth - 1) + " ) ]");
            case 2 -> used("zeroOrMorePath", "[ sh:zeroOrMorePath " + path(depth - 1) + " ]");
            case 3 -> used("oneOrMorePath", "[ sh:oneOrMorePath " + path(depth - 1) + " ]");
            case 4 -> used("zeroOrOnePath", "[ sh:zeroOrOnePath " + path(depth - 1) + " ]");
            default -> used("sequencePath", "( " + path(depth - 1) + " " + path(depth - 1) + " )");
        };
    }

    private String nodeBody(int depth) {
        return some(() -> nodeConstraint(depth)) + closed();
    }

    private String closed() {
        return random.nextInt(8) > 0 ? "" : " ; " + used("closed", "sh:closed true ; sh:ignoredProperties ( rdf:type "
                + RandomGraphs.predicate(random) + " )");
    }

    private String propertyBody(int depth) {
        return some(() -> random.nextInt(3) == 0 ? nodeConstraint(depth) : valueConstraint(depth)) + closed();
    }

    private String some(Supplier<String> constraint) {
        return IntStream.rangeClosed(0, lean ? 0 : random.nextInt(2)).mapToObj(i -> constraint.get())
                .collect(Collectors.joining(" ; "));
    }

    /** A constraint that node shapes and property shapes may have. */
    private String nodeConstraint(int depth) {
        if (depth > 0 && random.nextInt(lean ? 4 : 3) > 0) {
            return switch (random.nextInt(8)) {
                case 0 -> used("not", "sh:not " + shape(depth - 1));
                case 1 -> used("and", "sh:and ( " + shape(depth - 1) + " " + shape(depth - 1) + " )");
                case 2 -> used("or", "sh:or ( " + shape(depth - 1) + " " + shape(depth - 1) + " )");
                case 3 -> used("xone", "sh:xone ( " + shape(depth - 1) + " " + shape(depth - 1) + " )");
                case 4 -> used("node", "sh:node " + nodeShape(depth - 1));
                default -> used("property",
                        "sh:property " + named("sh:path " + path(2) + " ; " + propertyBody(depth - 1)));
            };
        }
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> used("class", "sh:class " + RandomGraphs.type(random));
            case 3 -> used("nodeKind",
                    "sh:nodeKind " + pick("sh:IRI", "sh:BlankNode", "sh:Literal", "sh:BlankNodeOrIRI"));
            case 4 -> used("datatype", "sh:datatype " + pick("xsd:integer", "xsd:string", "rdf:langString"));
            case 5 -> used("minInclusive", "sh:minInclusive 2");
            case 6 -> used("maxExclusive", "sh:maxExclusive 2");
            case 7 -> pick(used("minLength", "sh:minLength 2"), used("maxLength", "sh:maxLength 1"));
            case 8 -> used("pattern", "sh:pattern \"[a13]$\"");
            case 9 -> used("hasValue", "sh:hasValue " + RandomGraphs.value(random));
            case 10 -> used("in", "sh:in ( " + RandomGraphs.value(random) + " " + RandomGraphs.value(random) + " )");
            case 11, 12 -> used("equals", "sh:equals " + RandomGraphs.predicate(random));
            case 15 -> used("component", "ex:leadsTo " + RandomGraphs.value(random));
            case 13, 14 -> used("disjoint", "sh:disjoint " + RandomGraphs.predicate(random));
            default -> used("sparql", sparql());
        };
    }

    /** A constraint that only property shapes may have. */
    private String valueConstraint(int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> used("minCount", "sh:minCount " + (1 + random.nextInt(2)));
            case 1 -> used("maxCount", "sh:maxCount " + random.nextInt(2));
            case 2 -> used("uniqueLang", "sh:uniqueLang true");
            case 3 -> used("languageIn", "sh:languageIn ( \"en\" )");
            case 4, 7 -> used("lessThan", "sh:lessThan " + RandomGraphs.predicate(random));
            case 5, 8 -> used("lessThanOrEquals", "sh:lessThanOrEquals " + RandomGraphs.predicate(random));
            case 6 -> pick(used("minExclusive", "sh:minExclusive 1"), used("maxInclusive", "sh:maxInclusive 2"));
            default -> qualified(depth);
        };
    }

    private String qualified(int depth) {
        String counts = pick("sh:qualifiedMinCount 1", "sh:qualifiedMaxCount 1");
        return used("qualifiedValueShape", "sh:qualifiedValueShape " + shape(depth - 1) + " ; " + counts)
                + (random.nextInt(3) == 0 ? " ; " + used("qualifiedValueShapesDisjoint",
                        "sh:qualifiedValueShapesDisjoint true") : "");
    }

    /** A nested shape, anonymous or named. */
    private String shape(int depth) {
        if (random.nextInt(3) == 0) {
            return "[ sh:path " + path(1) + " ; " + propertyBody(depth) + " ]";
        }
        return nodeShape(depth);
    }

    private String nodeShape(int depth) {
        return random.nextInt(3) == 0 ? named("a sh:NodeShape ; " + nodeBody(depth)) : "[ " + nodeBody(depth) + " ]";
    }

    private String named(String body) {
        String name = "ex:Shape" + count++;
        named.append(name).append(' ').append(body)
                .append(random.nextInt(10) == 0 ? " ; " + used("deactivated", "sh:deactivated true") : "")
                .append(" .\n");
        return name;
    }

    private String used(String kind, String text) {
        kinds.add(kind);
        return text;
    }

    private String pick(String... some) {
        return List.of(some).get(random.nextInt(some.length));
    }
}
