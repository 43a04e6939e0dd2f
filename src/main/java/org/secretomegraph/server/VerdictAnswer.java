package org.secretomegraph.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.secretomegraph.guard.Finding;
import org.secretomegraph.guard.FindingFormat;
import org.secretomegraph.guard.Judgement;
import org.secretomegraph.guard.Severity;
import org.secretomegraph.guard.Verdict;

/**
 * Findings as an answer: 422 when they refuse, 200 when they do not. JSON unless a SHACL report in Turtle or text is asked
 * for.
 *
 * @param accepted  whether nothing is as bad as the floor
 * @param judgement the findings
 * @param floor     from which severity on findings refuse
 * @param more      what the JSON says beside them
 */
record VerdictAnswer(boolean accepted, Judgement judgement, Severity floor, JsonObject more) {
    private static final MediaType AS_JSON = MediaType.create("application/json");
    private static final AcceptList OFFERED = AcceptList.create("application/json", "text/turtle", "text/plain",
            "text/tab-separated-values");
    private static final int UNPROCESSABLE = 422;

    /** What a change that was not stored would do, or why it may not. */
    static VerdictAnswer of(Verdict verdict, Severity floor) {
        JsonObject more = new JsonObject();
        more.put("accepted", verdict instanceof Verdict.Accepted);
        more.put("stored", false);
        more.put("added", verdict.delta().gained());
        more.put("removed", verdict.delta().lost());
        more.put("present", findings(verdict.present(), floor));
        return new VerdictAnswer(verdict instanceof Verdict.Accepted, new Judgement(verdict.added(), -1), floor, more);
    }

    /** What the rules say of a proposal. */
    static VerdictAnswer of(Judgement judgement, Severity floor) {
        JsonObject more = new JsonObject();
        more.put("accepted", judgement.passes(floor));
        return new VerdictAnswer(judgement.passes(floor), judgement, floor, more);
    }

    void send(HttpAction action) throws IOException {
        MediaType chosen = ActionLib.contentNegotation(action, OFFERED, AS_JSON);
        byte[] body = switch (chosen.getContentTypeStr()) {
            case "text/turtle" -> printed(FindingFormat.TURTLE, judgement, floor);
            case "text/plain" -> text();
            case "text/tab-separated-values" -> printed(FindingFormat.TSV, judgement, floor);
            default -> json();
        };
        action.setResponseStatus(accepted ? 200 : UNPROCESSABLE);
        action.setResponseContentType(chosen.getContentTypeStr());
        action.setResponseCharacterEncoding("utf-8");
        action.getResponseOutputStream().write(body);
    }

    /** Findings as the JSON array that every JSON answer has them in. */
    static JsonValue findings(List<Finding> findings, Severity floor) {
        return JSON.parse(new String(printed(FindingFormat.JSON, new Judgement(findings, 0), floor), StandardCharsets.UTF_8))
                .get("findings");
    }

    private byte[] json() {
        JsonObject all = JSON.parse(new String(printed(FindingFormat.JSON, judgement, floor), StandardCharsets.UTF_8));
        if (judgement.judged() < 0) {
            all.remove("judged");
        }
        more.forEach(all::put);
        return all.toString().concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] text() {
        int count = judgement.findings().size();
        String first = (accepted ? "accepted" : "refused") + ": " + count + (count == 1 ? " finding" : " findings")
                + "; nothing was changed\n";
        return (first + new String(printed(FindingFormat.TEXT, judgement, floor), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] printed(FindingFormat format, Judgement judgement, Severity floor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(judgement, floor, new PrintStream(bytes, false, StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
