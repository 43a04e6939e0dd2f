package org.secretomegraph.linking.standing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secretomegraph.io.DownloadedFile;
import org.secretomegraph.io.SyntaxException;

/**
 * Reads the table of Retraction Watch, which Crossref gives away as CSV
 * (https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/). The columns that matter here:
 * {@code OriginalPaperDOI} and {@code OriginalPaperPubMedID} name the publication ({@code 0} and {@code unavailable} mean
 * none), {@code RetractionNature} says what the notice is, {@code RetractionDate} (month/day/year) when it was published, and
 * {@code RetractionDOI} and {@code RetractionPubMedID} name it.
 *
 * <p>Editions of the table are in different encodings. All that is read here is ASCII, so that it does not matter.
 */
final class RetractionWatchReader {
    private static final List<String> NEEDED =
            List.of("OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "RetractionDate");
    private static final Pattern MONTH_DAY_YEAR = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b.*");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\b.*");
    private static final int HEADER = 4096;

    private final DownloadedFile file;
    private final Map<String, List<Notice>> notices = new HashMap<>();
    private Optional<LocalDate> newest = Optional.empty();

    private RetractionWatchReader(DownloadedFile file) {
        this.file = file;
    }

    /** Whether the first line is that of the table. */
    static boolean isTable(DownloadedFile file) throws IOException {
        String header = header(file);
        return header.contains("RetractionNature") || header.contains("Record ID,");
    }

    private static String header(DownloadedFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        }
    }

    /** @throws SyntaxException when a column is missing or a nature is unknown */
    static StandingList read(DownloadedFile file) throws IOException {
        RetractionWatchReader reader = new RetractionWatchReader(file);
        String header = header(file);
        NEEDED.stream().filter(column -> !header.contains(column)).findFirst().ifPresent(column -> {
            throw new SyntaxException(file.name(), 1, 0, "the table has no column " + column
                    + "; give the CSV of Retraction Watch as Crossref has it");
        });
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofNamedCsvRecord(
                        new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1))) {
            rows.forEach(reader::row);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new SyntaxException(file.name(), 0, 0,
                    "a quotation mark is opened and not closed, or the file ends too"
                            + " early; download it again",
                    e);
        }
        if (reader.notices.isEmpty()) {
            throw new SyntaxException(file.name(), 0, 0, "the table names no publication; download it again");
        }
        return StandingList.of(file.name(), "Retraction Watch, newest notice",
                reader.newest.map(LocalDate::toString).orElse(""), reader.notices);
    }

    private void row(NamedCsvRecord row) {
        Optional<LocalDate> date = date(cell(row, "RetractionDate"));
        Notice notice = new Notice(standing(row), date, document(row));
        newest = Stream.concat(newest.stream(), date.stream()).max(LocalDate::compareTo);
        Stream.concat(PublicationIds.of(cell(row, "OriginalPaperDOI")).stream(),
                PublicationIds.ofPubMed(cell(row, "OriginalPaperPubMedID")).stream())
                .forEach(id -> notices.computeIfAbsent(id, i -> new ArrayList<>()).add(notice));
    }

    private Standing standing(NamedCsvRecord row) {
        String nature = cell(row, "RetractionNature");
        return switch (nature.toLowerCase(Locale.ROOT)) {
            case "retraction" -> Standing.RETRACTED;
            case "expression of concern" -> Standing.CONCERN;
            case "correction" -> Standing.CORRECTED;
            case "reinstatement" -> Standing.REINSTATED;
            default -> throw new SyntaxException(file.name(), row.getStartingLineNumber(), 0, "'" + nature
                    + "' is no RetractionNature that is known: Retraction, Expression of concern, Correction,"
                    + " Reinstatement");
        };
    }

    private static String document(NamedCsvRecord row) {
        return PublicationIds.of(cell(row, "RetractionDOI"))
                .or(() -> PublicationIds.ofPubMed(cell(row, "RetractionPubMedID"))).orElse("");
    }

    private static Optional<LocalDate> date(String text) {
        Matcher american = MONTH_DAY_YEAR.matcher(text);
        Matcher iso = YEAR_MONTH_DAY.matcher(text);
        try {
            return american.matches()
                    ? Optional.of(LocalDate.of(Integer.parseInt(american.group(3)), Integer.parseInt(american.group(1)),
                            Integer.parseInt(american.group(2))))
                    : iso.matches() ? Optional.of(LocalDate.parse(iso.group(1))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }
}
