package org.secretomegraph.importing.trial;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.secretomegraph.importing.record.ImportReport;
import org.secretomegraph.importing.record.ImportRequest;
import org.secretomegraph.importing.record.ImportRule;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.report.Severity;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;

/**
 * The studies of ClinicalTrials.gov in whatever they were downloaded as: the answer to one study or to a query (a page
 * with its list {@code studies}), a list, one study a line, a zip of such files (formats json and json.zip of
 * https://clinicaltrials.gov/data-api/api), or a folder of them. One study is in memory at a time.
 */
final class TrialReader {
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");
    private static final String OLD_VERSION = "FullStudiesResponse";

    private final ImportReport findings;
    private final Consumer<TrialRecord> each;
    private long read;

    TrialReader(ImportReport findings, Consumer<TrialRecord> each) {
        this.findings = findings;
        this.each = each;
    }

    /** Reads a file or folder to its end, and returns how many records it holds. */
    long read(ImportRequest request, Path path) {
        try {
            if (Files.isDirectory(path)) {
                for (Path file : jsonFiles(path)) {
                    one(DownloadedFile.of(file, request.progress()));
                }
            } else {
                one(DownloadedFile.of(path, request.progress()));
            }
        } catch (IOException e) {
            throw new InvalidInputException(path + ": cannot be read to its end: " + e.getMessage(), e);
        }
        if (read == 0 && findings.isClean()) {
            findings.row(0, CellError.of(SheetRule.EMPTY, "there are no studies", "Download it again."), "");
        }
        return read;
    }

    static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all
                    .filter(p -> p.toString().matches("(?i).*\\.(json|ndjson|jsonl)(\\.gz)?") && Files.isRegularFile(p))
                    .sorted().toList();
        }
    }

    private void one(DownloadedFile file) throws IOException {
        try (InputStream in = file.open()) {
            in.mark(4);
            byte[] magic = in.readNBytes(4);
            in.reset();
            if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
                checkEnd(file);
                zip(new ZipInputStream(in));
            } else {
                document(file.fileName(), in);
            }
        }
    }

    /**
     * A zip has its table of contents at its end. One that was cut off between two files would only seem to hold fewer.
     */
    private static void checkEnd(DownloadedFile file) {
        try (ZipFile whole = new ZipFile(file.path().toFile())) {
            whole.size();
        } catch (IOException e) {
            throw new InvalidInputException(file.name() + ": is a zip whose end is missing; download it again", e);
        }
    }

    private void zip(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && entry.getName().endsWith(".json")) {
                document(entry.getName().replaceFirst("^.*/", ""), new FilterInputStream(zip) {
                    @Override
                    public void close() {}
                });
            }
        }
    }

    private void document(String name, InputStream in) throws IOException {
        JsonReader json = new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        json.setStrictness(Strictness.LENIENT); // several documents in a file, one a line
        try {
            while (json.peek() != JsonToken.END_DOCUMENT) {
                value(name, json);
            }
        } catch (JsonParseException | IllegalStateException | IOException e) {
            String message = String.valueOf(e.getMessage());
            Matcher place = PLACE.matcher(message);
            findings.row(place.find() ? Long.parseLong(place.group(1)) : 0, CellError.of(ImportRule.JSON, name
                    + " is not JSON: " + message.replaceAll("(?s)\\s+See https://\\S+.*$|^.*Exception: ", "")
                            .replaceAll("\\s+", " "),
                    "Download it again; was it cut?"), "");
        }
    }

    private void value(String name, JsonReader json) throws IOException {
        switch (json.peek()) {
            case BEGIN_ARRAY -> list(name, json);
            case BEGIN_OBJECT -> object(name, json);
            default -> {
                findings.row(0, CellError.of(ImportRule.JSON, name + " holds something else than studies",
                        "Give the JSON of ClinicalTrials.gov's API, version 2."), "");
                json.skipValue();
            }
        }
    }

    private void list(String name, JsonReader json) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            study(name, JsonParser.parseReader(json));
        }
        json.endArray();
    }

    /** A page of studies, or a study. */
    private void object(String name, JsonReader json) throws IOException {
        JsonObject study = new JsonObject();
        boolean isPage = false;
        json.beginObject();
        while (json.hasNext()) {
            String field = json.nextName();
            if (field.equals("studies") && json.peek() == JsonToken.BEGIN_ARRAY) {
                isPage = true;
                list(name, json);
            } else if (field.equals("nextPageToken")) {
                json.skipValue();
                findings.tally(ImportRule.JSON, Severity.WARNING, 0, "", "pages that are followed by another one", name,
                        "Download the other pages too (pageToken), or make the page larger (pageSize).");
            } else {
                study.add(field, JsonParser.parseReader(json));
            }
        }
        json.endObject();
        if (!isPage) {
            study(name, study);
        }
    }

    private void study(String name, JsonElement element) {
        read++;
        JsonObject study = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
        if (study.has("protocolSection")) {
            each.accept(new TrialRecord(read, name, study));
        } else if (study.has(OLD_VERSION) || study.has("ProtocolSection") || study.has("Study")) {
            findings.row(read, CellError.of(ImportRule.VERSION, "the record is of the old version 1 of the API",
                    "Download it again from https://clinicaltrials.gov/api/v2/studies."), "");
        } else {
            findings.row(read, CellError.of(ImportRule.JSON, "the record has no protocolSection, so it is not a study",
                    "Give the JSON of ClinicalTrials.gov's API, version 2, with all fields."), "");
        }
    }
}
