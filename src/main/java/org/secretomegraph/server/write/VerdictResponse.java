package org.secretomegraph.server.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.secretomegraph.guard.Verdict;
import org.secretomegraph.report.Finding;
import org.secretomegraph.report.ReportFormat;
import org.secretomegraph.report.Severity;
import org.secretomegraph.report.ValidationResult;
import org.secretomegraph.server.http.ContentNegotiation;

/**
 * Findings as a response: 422 when they refuse the data, 200 when they do not. JSON, or a SHACL report in Turtle, text
 * or TSV.
 *
 * @param accepted whether no finding is as severe as failOn
 * @param result   the findings
 * @param failOn   from which severity on findings refuse
 * @param members  further members of the JSON
 */
record VerdictResponse(boolean accepted, ValidationResult result, Severity failOn, JsonObject members) {
    private static final String JSON_TYPE = "application/json";
    private static final List<String> MEDIA_TYPES =
            List.of(JSON_TYPE, "text/turtle", "text/plain", "text/tab-separated-values");
    private static final int UNPROCESSABLE = 422;

    /** A change that was not stored: the result of a dry run, or why it was refused. */
    static VerdictResponse of(Verdict verdict, Severity failOn) {
        JsonObject members = new JsonObject();
        members.put("accepted", verdict instanceof Verdict.Accepted);
        members.put("stored", false);
        members.put("added", verdict.delta().addedCount());
        members.put("removed", verdict.delta().removedCount());
        members.put("present", findings(verdict.existing(), failOn));
        return new VerdictResponse(verdict instanceof Verdict.Accepted, new ValidationResult(verdict.added(), -1),
                failOn, members);
    }

    /** Data that was only validated. */
    static VerdictResponse of(ValidationResult result, Severity failOn) {
        JsonObject members = new JsonObject();
        members.put("accepted", result.passes(failOn));
        return new VerdictResponse(result.passes(failOn), result, failOn, members);
    }

    void send(HttpAction action) throws IOException {
        String chosen = ContentNegotiation.choose(action.getRequest(), MEDIA_TYPES).orElse(JSON_TYPE); // findings are sent in any case
        byte[] body = switch (chosen) {
            case "text/turtle" -> report(ReportFormat.TURTLE, result, failOn);
            case "text/plain" -> text();
            case "text/tab-separated-values" -> report(ReportFormat.TSV, result, failOn);
            default -> json();
        };
        action.setResponseStatus(accepted ? 200 : UNPROCESSABLE);
        action.setResponseContentType(chosen);
        action.setResponseCharacterEncoding("utf-8");
        action.getResponseOutputStream().write(body);
    }

    /** Findings as the JSON array of every JSON response. */
    static JsonValue findings(List<Finding> findings, Severity failOn) {
        return JSON
                .parse(new String(report(ReportFormat.JSON, new ValidationResult(findings, 0), failOn),
                        StandardCharsets.UTF_8))
                .get("findings");
    }

    private byte[] json() {
        JsonObject all = JSON.parse(new String(report(ReportFormat.JSON, result, failOn), StandardCharsets.UTF_8));
        if (result.checked() < 0) {
            all.remove("judged");
        }
        members.forEach(all::put);
        return all.toString().concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] text() {
        int count = result.findings().size();
        String first = (accepted ? "accepted" : "refused") + ": " + count + (count == 1 ? " finding" : " findings")
                + "; nothing was changed\n";
        return (first + new String(report(ReportFormat.TEXT, result, failOn), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] report(ReportFormat format, ValidationResult result, Severity failOn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(result, failOn, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
