package org.secretomegraph.linking.standing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.io.Messages;
import org.secretomegraph.io.ReadProgress;
import org.secretomegraph.io.SyntaxException;

/**
 * Reads a list of retracted publications in one of two forms, gzip or not.
 *
 * <p>A plain list has one publication a line, its identifiers with commas between them: {@code PMID:10066663,PMCID:PMC95696};
 * {@code DOI:10.5555/example} is read too. Lines that begin with {@code !} or {@code #} are comments; of those
 * {@code Downloaded on 2026-06-10} gives the date and {@code Source: ...} the source. That is the form of the list that the
 * Gene Ontology makes of Europe PMC's "Retracted Publication"
 * (https://github.com/geneontology/go-site/blob/master/metadata/retracted-publications.txt).
 *
 * <p>The other form is the CSV of Retraction Watch; see {@link RetractionWatchReader}.
 */
public final class StandingListReader {
    private static final Pattern DATE = Pattern.compile("Downloaded on (\\d{4}-\\d{2}-\\d{2})");
    /** Of an address the host: the rest is a query that nobody reads. */
    private static final Pattern SOURCE = Pattern.compile("Source:\\s*(?:https?://)?([^/\\s][^/]*)");

    private final DownloadedFile file;
    private final Map<String, List<Notice>> notices = new HashMap<>();
    private String date = "";
    private String source = "";

    private StandingListReader(DownloadedFile file) {
        this.file = file;
    }

    /** @throws InvalidInputException when the file cannot be read, or is no such list */
    public static StandingList read(Path path, ReadProgress progress) {
        DownloadedFile file = DownloadedFile.of(path, progress);
        try {
            return RetractionWatchReader.isTable(file) ? RetractionWatchReader.read(file)
                    : new StandingListReader(file).list();
        } catch (IOException e) {
            throw new InvalidInputException(file.name() + ": cannot be read: " + Messages.of(e), e);
        }
    }

    private StandingList list() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                line(line.strip(), number);
            }
        }
        if (notices.isEmpty()) {
            throw new InvalidInputException(file.name() + ": names no publication; write one a line, such as"
                    + " PMID:10066663,PMCID:PMC95696, or give the CSV of Retraction Watch");
        }
        return StandingList.of(file.name(), file.fileName() + (source.isEmpty() ? "" : ", from " + source), date,
                notices);
    }

    private void line(String line, long number) {
        if (line.startsWith("!") || line.startsWith("#")) {
            comment(line);
            return;
        }
        for (String written : line.split(",")) {
            if (!written.isBlank()) {
                String id = PublicationIds.of(written).orElseThrow(() -> new SyntaxException(file.name(), number, 0, "'"
                        + written.strip() + "' is no identifier of a publication; write PMID:10066663,"
                        + " PMCID:PMC95696 or DOI:10.5555/example, or give the CSV of Retraction Watch"));
                notices.computeIfAbsent(id, i -> new ArrayList<>())
                        .add(new Notice(Standing.RETRACTED, Optional.empty(), ""));
            }
        }
    }

    private void comment(String line) {
        Matcher day = DATE.matcher(line);
        if (day.find()) {
            date = day.group(1);
        }
        Matcher origin = SOURCE.matcher(line);
        if (origin.find()) {
            source = origin.group(1);
        }
    }
}
