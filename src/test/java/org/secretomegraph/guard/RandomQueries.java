package org.secretomegraph.guard;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SELECT queries for {@code sh:sparql}: patterns that hang together with {@code $this}, and some that do not. */
final class RandomQueries {
    private static final String[] VARIABLES = {"$this", "$this", "?value", "?value", "?a", "?b", "?c"};
    private static final String[] STEPS = {"", "", "", "", "*", "+", "?"};

    private final Random random;
    private int counts;

    RandomQueries(Random random) {
        this.random = random;
    }

    String select() {
        return "SELECT $this ?value WHERE { " + group(2) + " }";
    }

    /** So many parts of the language are aimed at. */
    private static final int PARTS = 37;

    /**
     * One part of the language each, in turn, by whose pattern the answer stands or falls.
     *
     * @param turn which part it is
     */
    String aimed(int turn) {
        String far = random.nextBoolean() ? "?a ex:p3 ?b" : "?b ex:p3 ?a";
        // Seldom matched: so that there are none, or some, is a change that happens.
        String rare = "?a ex:p3 ex:n" + random.nextInt(4);
        String pattern = switch (turn % PARTS) {
            case 0 -> "$this ex:p2 ?a . FILTER EXISTS { " + far + " }";
            case 1 -> "$this ex:p2 ?a . FILTER NOT EXISTS { " + far + " }";
            case 2 -> "$this ex:p2 ?a . OPTIONAL { " + far + " } FILTER (!BOUND(?b))";
            case 3 -> "OPTIONAL { " + rare + " } $this ex:p2 ?a";
            case 4 -> "{ $this ex:p2 ?a } UNION { ?a ex:p3 $this }";
            case 5 -> "{ $this ex:p2 ?a } UNION { ?b ex:p3 $this } " + rare;
            case 6 -> (turn / PARTS % 2 == 0 ? "VALUES ?p { ex:p2 ex:p3 }" : "FILTER (?p IN (ex:p2, ex:p3))")
                    + " $this ?p ?a . ?a ?p ?b";
            case 7 -> "$this ex:p2 ?a MINUS { " + far + " }";
            case 8 -> "$this ex:p2 ?a BIND(EXISTS { " + far + " } AS ?is) FILTER (?is)";
            case 9 -> "$this ex:p2 ?a { SELECT ?a (COUNT(*) AS ?n) { ?a ex:p2 ?c } GROUP BY ?a HAVING (EXISTS { ?a ex:p3 ?d }) }";
            case 10 -> "$this ex:p2 ?c { SELECT (COUNT(*) AS ?n) { ?a ex:p3 ?b } HAVING (COUNT(*) > 3) }";
            case 11 -> "$this ex:p2 ?a { SELECT ?a { ?a ex:p3 ?b } ORDER BY ?a ?b LIMIT 2 }";
            case 12 -> "?b ex:p3 ?a . ?a ex:p2 $this";
            case 13 -> "$this ^ex:p2/ex:p3 ?a . ?c ex:p3 ?a , ex:n2";
            case 14 -> "?c ex:p3 ex:n" + random.nextInt(4);
            case 15 -> "$this ex:p2 ?a { SELECT ?a (SUM(IF(EXISTS { " + far
                    + " }, 1, 0)) AS ?n) { ?a ex:p2 ?c } GROUP BY ?a }"
                    + " FILTER (?n > 0)";
            case 16 -> "$this ex:p2 ?a { SELECT ?a { ?a ex:p3 ?b } ORDER BY ?a ?b OFFSET 1 }";
            case 17 -> "$this ex:p2 ?a { SELECT ?a ?is { ?a ex:p2 ?c } GROUP BY ?a (EXISTS { " + far
                    + " } AS ?is) } FILTER (?is)";
            case 18 -> "$this ex:p2 ?a { SELECT ?a (EXISTS { " + far + " } AS ?is) { ?a ex:p2 ?c } } FILTER (?is)";
            case 19 -> "$this " + negated() + " ?a";
            case 20 -> "$this ex:p2 ?c . ?c !(ex:p0|^ex:p2) ?a . ?a ex:p3 ?b";
            case 21 -> "$this $PATH ?a . ?a ex:p3 ?b";
            case 22 -> "$this ex:p2 ?a FILTER (EXISTS { ?a ex:p0 ex:n1 } || EXISTS { " + far + " })";
            case 23 -> "$this ex:p2 ?a FILTER EXISTS { ?a ex:p0 ?c FILTER NOT EXISTS { ?c ex:p3 ?d } }";
            case 24 -> "$this ex:p2 ?a { SELECT $this { ?c ex:p3 ?d } GROUP BY $this }";
            case 25 -> "$this ex:p2 ?b { SELECT (COUNT(?a) AS ?n) { " + rare + " } } FILTER (?n > 0)";
            case 26 -> "$this (ex:p2|^ex:p3)/(ex:p3?)/ex:p0 ?a";
            case 27 -> "$this ^(ex:p2/ex:p3*) ?a . ?a ^(ex:p3+) ?b";
            case 28 -> "{ $this ex:p2 ?a } UNION { ?a ex:p3 $this } ?a ex:p0 ?b";
            // Of each node, and a change of any triple can bring one.
            case 29 -> "?a " + pick("ex:p3?", "ex:p3*", "^(ex:p3?)", "(ex:p3?)/(ex:p2*)", "(ex:p3|ex:p2?)", "(ex:p3?)+")
                    + " ?b";
            case 30 -> "$this ex:p2 ?a { $this ex:p0 ?c FILTER EXISTS { " + rare + " } }";
            case 31 -> "FILTER " + pick("", "NOT ") + "EXISTS { " + far + " } $this ex:p2 ?a";
            case 32 -> "$this ex:p2 ?c BIND(?c AS ?a) FILTER EXISTS { " + far + " }";
            // The variable of that name within is another one.
            case 33 -> "{ SELECT $this { $this ex:p2 ?a } } " + rare;
            case 34 -> "?c " + pick("ex:p1/ex:p3", "ex:p1|ex:p3", "^ex:p3/ex:p1") + " ex:n" + random.nextInt(4);
            case 35 -> "$this ex:p2 ?b { SELECT ?a (COUNT(?c) AS ?n) { ?c ex:p0 ?d . " + rare + " } GROUP BY ?a }";
            default -> "$this ex:p2 ?a { OPTIONAL { " + rare + " } FILTER (BOUND(?a)) }";
        };
        return random.nextInt(8) == 0 ? whole(far)
                : "SELECT $this " + pick("?value", "(?a AS ?value)", "(?a AS ?value)", "(?b AS ?value)") + " WHERE { "
                        + pattern + " }";
    }

    /** What stands beside the pattern of a query. */
    private String whole(String far) {
        return "SELECT $this " + pick("(EXISTS { " + far + " } AS ?value) WHERE { $this ex:p2 ?a }",
                "WHERE { $this ex:p2 ?a } GROUP BY $this HAVING (COUNT(?a) > 1)",
                "?value WHERE { $this ex:p2 ?value } ORDER BY ?value OFFSET 1",
                "?value WHERE { $this ex:p2 ?value } VALUES ?value { ex:n1 ex:n2 }",
                "?a WHERE { $this ex:p2 ?a } GROUP BY $this ?a HAVING (SUM(IF(EXISTS { " + far + " }, 1, 0)) > 0)",
                "?value WHERE { $this ex:p2 ?value } GROUP BY $this ?value HAVING (EXISTS { ?value ex:p3 ?b })");
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private String negated() {
        return pick("!(ex:p0|ex:p2)", "!(ex:p0|^ex:p2)", "!(^ex:p2)");
    }

    private String group(int depth) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(0, random.nextInt(2)).forEach(i -> text.append(triple()));
        if (depth > 0) {
            IntStream.range(0, random.nextInt(3)).forEach(i -> text.append(part(depth - 1)));
        }
        return text.toString();
    }

    private String part(int depth) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> "OPTIONAL { " + group(depth) + " } ";
            case 2 -> "{ " + group(depth) + " } UNION { " + group(depth) + " } ";
            case 3, 4 -> "FILTER " + (random.nextBoolean() ? "NOT " : "") + "EXISTS { " + group(depth) + " } ";
            case 5 -> "{ " + (random.nextBoolean() ? "OPTIONAL { " + group(depth) + " } " : group(depth)) + " } ";
            case 6 -> "VALUES ?p { ex:p0 ex:p2 } " + variable() + " ?p " + variable() + " . ";
            case 7, 8 -> subquery(depth);
            case 9 -> "MINUS { " + group(depth) + " } ";
            case 10 -> "BIND(EXISTS { " + group(depth) + " } AS ?e" + ++counts + ") FILTER ( ?e" + counts + " ) ";
            default -> "FILTER ( " + (random.nextBoolean() ? "!" : "") + "BOUND(" + VARIABLES[2 + random.nextInt(5)]
                    + ") ) ";
        };
    }

    private String subquery(int depth) {
        String v = VARIABLES[2 + random.nextInt(5)];
        return switch (random.nextInt(5)) {
            case 4 -> "{ SELECT " + v + " (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth) + " } GROUP BY " + v
                    + " HAVING (EXISTS { " + v + " " + RandomGraphs.predicate(random) + " " + variable() + " }) } ";
            case 0 -> "{ SELECT " + v + " (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth) + " } GROUP BY " + v
                    + " } ";
            case 1 -> "{ SELECT (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth)
                    + " } HAVING (COUNT(*) > 2) } ";
            case 2 -> "{ SELECT DISTINCT " + v + " $this WHERE { " + group(depth) + " } } ";
            default -> "{ SELECT " + v + " WHERE { " + group(depth) + " } ORDER BY " + v + " LIMIT 2 } ";
        };
    }

    private String triple() {
        String path = random.nextInt(10) == 0 ? "?any" : IntStream.rangeClosed(0, random.nextInt(6) / 4)
                .mapToObj(i -> (random.nextInt(6) == 0 ? "^" : "") + step()).collect(Collectors.joining("/"));
        return variable() + " " + path + " " + (random.nextInt(5) == 0 ? RandomGraphs.value(random) : variable())
                + " . ";
    }

    private String step() {
        String predicate = random.nextInt(8) == 0 ? "rdfs:subClassOf" : random.nextInt(8) == 0 ? "a"
                : RandomGraphs.predicate(random);
        return predicate.equals("a") ? "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
                : predicate + STEPS[random.nextInt(STEPS.length)];
    }

    private String variable() {
        return VARIABLES[random.nextInt(VARIABLES.length)];
    }
}
