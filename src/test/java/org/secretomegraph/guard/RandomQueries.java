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
            default -> "FILTER ( " + (random.nextBoolean() ? "!" : "") + "BOUND(" + VARIABLES[2 + random.nextInt(5)] + ") ) ";
        };
    }

    private String subquery(int depth) {
        String v = VARIABLES[2 + random.nextInt(5)];
        return switch (random.nextInt(5)) {
            case 4 -> "{ SELECT " + v + " (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth) + " } GROUP BY " + v
                    + " HAVING (EXISTS { " + v + " " + RandomGraphs.predicate(random) + " " + variable() + " }) } ";
            case 0 -> "{ SELECT " + v + " (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth) + " } GROUP BY " + v + " } ";
            case 1 -> "{ SELECT (COUNT(*) AS ?n" + ++counts + ") WHERE { " + group(depth) + " } HAVING (COUNT(*) > 2) } ";
            case 2 -> "{ SELECT DISTINCT " + v + " $this WHERE { " + group(depth) + " } } ";
            default -> "{ SELECT " + v + " WHERE { " + group(depth) + " } ORDER BY " + v + " LIMIT 2 } ";
        };
    }

    private String triple() {
        String path = random.nextInt(10) == 0 ? "?any" : IntStream.rangeClosed(0, random.nextInt(6) / 4)
                .mapToObj(i -> (random.nextInt(6) == 0 ? "^" : "") + step()).collect(Collectors.joining("/"));
        return variable() + " " + path + " " + (random.nextInt(5) == 0 ? RandomGraphs.value(random) : variable()) + " . ";
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
