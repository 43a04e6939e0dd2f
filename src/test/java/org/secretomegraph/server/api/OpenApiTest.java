package org.secretomegraph.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.secretomegraph.server.LiveServer.header;
import static org.secretomegraph.server.LiveServer.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.secretomegraph.BundledGraph;
import org.secretomegraph.server.LiveServer;
import org.secretomegraph.server.http.ServerSettings;

/**
 * The description of the interface is valid, and the server does what it says: each operation is asked with its
 * examples.
 */
class OpenApiTest {
    private static final Path SCHEMA = Path.of("src/test/resources/openapi/schema-2025-09-15.json");
    private static final ObjectMapper JSON_READER = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final int FEW = 20;
    private static LiveServer http;
    private static JsonNode document;

    @BeforeAll
    static void serve() throws IOException {
        http = LiveServer.ofTheBundledGraph(ServerSettings.local().withAnyOrigin(true));
        document = JSON_READER.readTree(http.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    /** An operation, and the media type that its answer is asked in. */
    record Case(String method, String path, String type) {}

    static Stream<Case> cases() {
        JsonNode bundled = read(new OpenApiDocument(BundledGraph.catalogue().questions(), false, false));
        List<Case> cases = new ArrayList<>();
        bundled.get("paths").fields()
                .forEachRemaining(path -> path.getValue().fields()
                        .forEachRemaining(operation -> successTypes(bundled, operation.getValue()).stream()
                                .filter(type -> !type.startsWith("text/") || tablesToo(path.getKey()))
                                .forEach(type -> cases.add(new Case(operation.getKey(), path.getKey(), type)))));
        return cases.stream();
    }

    /** Tables are made for all questions in the same way; asking each thrice would take a minute. */
    private static boolean tablesToo(String path) {
        return !path.startsWith(QuestionsApi.PATH + "/") || path.endsWith("/claims-by-species");
    }

    /** Types of which one example cannot give all: those of a graph for a table, those of a dataset for a graph. */
    private static Set<String> successTypes(JsonNode whole, JsonNode operation) {
        JsonNode content = DeclaredOperations.resolved(whole, operation.at("/responses/200")).path("content");
        Set<String> types = new TreeSet<>();
        content.fieldNames().forEachRemaining(types::add);
        types.removeAll(Set.of("application/trig", "application/n-quads"));
        if (types.contains("application/sparql-results+json")) {
            types.removeIf(type -> type.contains("turtle") || type.contains("triples") || type.contains("rdf+xml")
                    || type.contains("ld+json"));
        }
        return types.isEmpty() ? Set.of("*/*") : types;
    }

    static Stream<JsonNode> documents() {
        return Stream.of(false, true).flatMap(validates -> Stream.of(false, true)
                .map(writes -> read(new OpenApiDocument(BundledGraph.catalogue().questions(), validates, writes))));
    }

    private static JsonNode read(OpenApiDocument made) {
        try {
            return JSON_READER.readTree(JSON.toString(made.json()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyQuestionIsInIt() {
        BundledGraph.catalogue().questions().forEach(question -> {
            JsonNode operation = document.at("/paths/~1api~1questions~1" + question.name() + "/get");
            assertEquals(question.summary(), operation.path("summary").asText());
            assertEquals(question.parameters().size() + 3, operation.path("parameters").size());
        });
        assertTrue(cases().count() > 20 + BundledGraph.catalogue().questions().size());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isValidByTheSchemaOfTheOpenApiInitiative(JsonNode made) throws IOException {
        assertEquals(Set.of(), SCHEMAS.getSchema(Files.readString(SCHEMA)).validate(made));
    }

    @Test
    void theSchemaWouldRefuseAMistake() throws IOException {
        ObjectNode wrong = document.deepCopy();
        ((ObjectNode) wrong.at("/components/parameters/limit")).remove("in");
        assertFalse(SCHEMAS.getSchema(Files.readString(SCHEMA)).validate(wrong).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadByTheSwaggerParserWithoutARemark(JsonNode made) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(made.toString(), List.of(), options);
        assertEquals(List.of(), read.getMessages());
        assertEquals(made.get("paths").size(), read.getOpenAPI().getPaths().size());
    }

    /** The schemas of answers are JSON Schema 2020-12; the document's own schema says nothing of them. */
    @Test
    void itsSchemasAreSchemas() {
        var dialect = SCHEMAS
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        documents().forEach(made -> made.at("/components/schemas").fields().forEachRemaining(
                schema -> assertEquals(Set.of(), dialect.validate(schema.getValue()), schema.getKey())));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void operationsHaveNamesOfTheirOwnAndReferencesLeadSomewhere(JsonNode made) {
        List<String> names = made.findValuesAsText("operationId");
        assertEquals(names.size(), Set.copyOf(names).size());
        made.findValuesAsText("$ref").forEach(to -> assertFalse(made.at(to.substring(1)).isMissingNode(), to));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void operationAnswersAsDeclared(Case c) {
        JsonNode operation = document.path("paths").path(c.path()).path(c.method());
        HttpResponse<String> response = followed(ask(c, operation), c);
        JsonNode declared = DeclaredOperations.resolved(document,
                operation.path("responses").path(String.valueOf(response.statusCode())));
        assertFalse(declared.isMissingNode(), response.statusCode() + " is not declared: " + response.body());
        if (operation.path("responses").has("403")) { // asks another endpoint, which nobody allowed here
            assertEquals(403, response.statusCode());
            assertEquals("application/problem+json", type(response));
            return;
        }
        assertTrue(response.statusCode() < 400, response.body());
        declared.path("headers").fieldNames()
                .forEachRemaining(name -> assertFalse(header(response, name).isEmpty(), name));
        if (!c.type().equals("*/*")) {
            assertEquals(c.type(), type(response));
            assertEquals(Set.of(), DeclaredOperations.complaints(document,
                    declared.path("content").path(c.type()).path("schema"), response));
        }
    }

    /** A document has an address of its own, with a suffix; the thing's leads there. */
    private static HttpResponse<String> followed(HttpResponse<String> response, Case c) {
        return response.statusCode() == 303 && !c.type().equals("*/*") ? http.get(header(response, "Location"))
                : response;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/questions/claims-by-year?limit=0", "/api/questions/what-a-component-does?component=",
            "/api/questions?format=xml", "/openapi.json?version=2"})
    void refusalsAreProblemsAsDeclared(String address) {
        HttpResponse<String> response = http.get(address);
        assertEquals(400, response.statusCode());
        assertEquals("application/problem+json", type(response));
        assertEquals(Set.of(),
                DeclaredOperations.complaints(document, document.at("/components/schemas/Problem"), response));
    }

    /** What cannot be sent in any form that the client takes was a refusal that the document did not know of. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"/secretome/sparql, /secretome/sparql?query=ASK%7B%7D, '*/*;q=0', 406",
            "/secretome/sparql, /secretome/sparql?query=ASK, '*/*', 400",
            "/secretome/data, /secretome/data?default, image/png, 406",
            "/secretome/data, /secretome/data?graph=http://example.org/none, '*/*', 404",
            "/term/{curie}, /term/SCSO:0000817, image/png, 410", "/term/{curie}, /term/SCSO:0000817, text/turtle, 410",
            "/term/{curie}, /term/GO:0001525, image/png, 406", "/search, /search?q=IL6, image/png, 406"})
    void refusalsAreDeclaredWithTheirTypes(String path, String address, String accept, int status) {
        HttpResponse<String> response = http.get(address, "Accept", accept);
        assertEquals(status, response.statusCode(), response.body());
        JsonNode declared =
                DeclaredOperations.resolved(document, document.path("paths").path(path).at("/get/responses/" + status));
        assertTrue(declared.path("content").has(type(response)), type(response) + " is not declared: " + declared);
    }

    @Test
    void otherPagesLeadToIt() {
        for (String path : List.of("/", "/api/questions", "/api/questions/claims-by-year")) {
            assertTrue(header(http.get(path), "Link").contains("</openapi.json>; rel=\"service-desc\""), path);
        }
    }

    @Test
    void isServedUnderBothTypes() {
        assertEquals("application/json", type(http.get("/openapi.json")));
        assertEquals(OpenApi.TYPE, type(http.get("/openapi.json", "Accept", OpenApi.TYPE)));
        assertEquals(406, http.get("/openapi.json", "Accept", "application/yaml").statusCode());
        String tag = header(http.get("/openapi.json"), "ETag");
        assertEquals(304, http.get("/openapi.json", "If-None-Match", tag).statusCode());
    }

    private static HttpResponse<String> ask(Case c, JsonNode operation) {
        String path = c.path();
        List<String> query = new ArrayList<>();
        for (JsonNode written : operation.path("parameters")) {
            JsonNode parameter = DeclaredOperations.resolved(document, written);
            String name = parameter.get("name").asText();
            String example = name.equals("limit") ? String.valueOf(FEW) : parameter.path("example").asText();
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else if (!example.isEmpty() && !name.equals("format")) {
                query.add(name + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8));
            }
        }
        String address = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        if (c.method().equals("get")) {
            return http.get(address, "Accept", c.type());
        }
        JsonNode content = operation.at("/requestBody/content");
        String type = content.fieldNames().next();
        return http.send(http.request(address, "Accept", c.type(), "Content-Type", type)
                .POST(BodyPublishers.ofString(content.path(type).path("example").asText())));
    }
}
