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
 * Findings as an answer: 422 when they refuse, 200 when they do not. JSON unless a SHACL report in Turtle or text is
 * asked
 * for.
 *
 * @param accepted  whether nothing is as bad as the floor
 * @param judgement the findings
 * @param floor     from which severity on findings refuse
 * @param more      what the JSON says beside them
 */
record VerdictResponse(boolean accepted, ValidationResult judgement, Severity floor, JsonObject more) {
    private static final String AS_JSON = "application/json";
    private static final List<String> OFFERED =
            List.of(AS_JSON, "text/turtle", "text/plain", "text/tab-separated-values");
    private static final int UNPROCESSABLE = 422;

    /** What a change that was not stored would do, or why it may not. */
    static VerdictResponse of(Verdict verdict, Severity floor) {
        JsonObject more = new JsonObject();
        more.put("accepted", verdict instanceof Verdict.Accepted);
        more.put("stored", false);
        more.put("added", verdict.delta().addedCount());
        more.put("removed", verdict.delta().removedCount());
        more.put("present", findings(verdict.existing(), floor));
        return new VerdictResponse(verdict instanceof Verdict.Accepted, new ValidationResult(verdict.added(), -1),
                floor, more);
    }

    /** What the rules say of a proposal. */
    static VerdictResponse of(ValidationResult judgement, Severity floor) {
        JsonObject more = new JsonObject();
        more.put("accepted", judgement.passes(floor));
        return new VerdictResponse(judgement.passes(floor), judgement, floor, more);
    }

    void send(HttpAction action) throws IOException {
        String chosen = ContentNegotiation.choose(action.getRequest(), OFFERED).orElse(AS_JSON); // findings are told in any case
        byte[] body = switch (chosen) {
            case "text/turtle" -> printed(ReportFormat.TURTLE, judgement, floor);
            case "text/plain" -> text();
            case "text/tab-separated-values" -> printed(ReportFormat.TSV, judgement, floor);
            default -> json();
        };
        action.setResponseStatus(accepted ? 200 : UNPROCESSABLE);
        action.setResponseContentType(chosen);
        action.setResponseCharacterEncoding("utf-8");
        action.getResponseOutputStream().write(body);
    }

    /** Findings as the JSON array that every JSON answer has them in. */
    static JsonValue findings(List<Finding> findings, Severity floor) {
        return JSON
                .parse(new String(printed(ReportFormat.JSON, new ValidationResult(findings, 0), floor),
                        StandardCharsets.UTF_8))
                .get("findings");
    }

    private byte[] json() {
        JsonObject all = JSON.parse(new String(printed(ReportFormat.JSON, judgement, floor), StandardCharsets.UTF_8));
        if (judgement.checked() < 0) {
            all.remove("judged");
        }
        more.forEach(all::put);
        return all.toString().concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] text() {
        int count = judgement.findings().size();
        String first = (accepted ? "accepted" : "refused") + ": " + count + (count == 1 ? " finding" : " findings")
                + "; nothing was changed\n";
        return (first + new String(printed(ReportFormat.TEXT, judgement, floor), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] printed(ReportFormat format, ValidationResult judgement, Severity floor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(judgement, floor, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
