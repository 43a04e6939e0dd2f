package org.secretomegraph.curation.read;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secretomegraph.table.CellError;
import org.secretomegraph.table.SheetRule;
import org.secretomegraph.vocab.Curie;
import org.secretomegraph.vocab.EditDistance;

/** The header of a sheet: what it must state, and in which form. */
public final class HeaderCheck {
    /** What a header may state, and what for. */
    public static final Map<String, String> ENTRIES = entries();
    public static final List<String> REQUIRED = List.of("title", "curator", "licence", "date", "prefixes");
    private static final Pattern ORCID = Pattern.compile("(https?://orcid\\.org/)?((\\d{4}-){3}\\d{3}[\\dX])/?");
    private static final Pattern SIXTEEN = Pattern.compile("\\D*(\\d{4})-?(\\d{4})-?(\\d{4})-?(\\d{3}[\\dXx])/?");
    private static final Pattern IRI = Pattern.compile("https?://[^\\s<>\"{}|^`\\\\]+\\.[^\\s<>\"{}|^`\\\\]+");

    private final SheetHeader header;
    private final LocalDate today;
    private final SheetErrors errors;

    private HeaderCheck(SheetHeader header, LocalDate today, SheetErrors errors) {
        this.header = header;
        this.today = today;
        this.errors = errors;
    }

    private static Map<String, String> entries() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("title", "What the sheet holds, in one line");
        all.put("description", "More about it");
        all.put("curator", "Who to ask: an ORCID (https://orcid.org/...) or another web address");
        all.put("licence", "What may be done with the claims: the licence's web address");
        all.put("date", "When the sheet was last changed, as 2026-11-23");
        all.put("prefixes", "Each prefix that a cell uses, and the address that it stands for");
        return all;
    }

    public static void check(SheetHeader header, LocalDate today, SheetErrors errors) {
        HeaderCheck check = new HeaderCheck(header, today, errors);
        ENTRIES.keySet().forEach(name -> errors.headerEntry(name, header.row(name)));
        if (header.lines().isEmpty() && errors.findings().stream()
                .anyMatch(f -> f.rule().equals(SheetRule.HEADER.iri()))) {
            REQUIRED.forEach(errors::suppressEntry);
            return;
        }
        if (header.lines().isEmpty()) {
            errors.addAt(1, "", "A",
                    CellError.of(SheetRule.HEADER, "the header is missing", "Write above the column names, each"
                            + " in a line that begins with '# ': " + String.join(", ", REQUIRED)
                            + "; secretome new-claim-sheet shows"
                            + " them."),
                    "");
            REQUIRED.forEach(errors::suppressEntry);
            return;
        }
        List<String> misspelt = check.unknown();
        REQUIRED.stream().filter(name -> !misspelt.contains(name) && !header.entries().containsKey(name))
                .forEach(name -> check.missing(name));
        check.empty(misspelt);
        check.licence();
        check.curator();
        check.date();
        check.prefixes();
    }

    /** The entries that misspelt ones were meant for. */
    private List<String> unknown() {
        List<String> free = ENTRIES.keySet().stream().filter(n -> !header.entries().containsKey(n)).toList();
        List<String> meant = new ArrayList<>();
        for (String name : header.entries().keySet()) {
            if (!ENTRIES.containsKey(name)) {
                Optional<String> near = EditDistance.nearest(name, free);
                near.ifPresent(meant::add);
                near.ifPresent(errors::suppressEntry);
                CellError error = CellError.of(SheetRule.HEADER_ENTRY, "a header has no entry " + name,
                        "Write one of " + String.join(", ", ENTRIES.keySet()) + ".");
                report(name, near.map(error::withSuggestion).orElse(error), name);
            }
        }
        return meant;
    }

    private void missing(String name) {
        report(name, CellError.of(SheetRule.HEADER_ENTRY, "the header does not state " + name,
                "Add a line '# " + name + ": ...' above the column names: " + ENTRIES.get(name) + "."), "");
    }

    private void empty(List<String> misspelt) {
        REQUIRED.stream().filter(name -> header.entries().containsKey(name) && !name.equals("prefixes")
                && header.stated(name).isEmpty()).forEach(name -> report(name,
                        CellError.of(SheetRule.HEADER_ENTRY,
                                "the entry " + name + " is empty", "State it: " + ENTRIES.get(name) + "."),
                        ""));
    }

    private void licence() {
        header.stated("licence").filter(v -> !Licences.isKnown(v)).ifPresent(value -> {
            boolean isAddress = IRI.matcher(value).matches();
            CellError error = CellError.of(SheetRule.HEADER_ENTRY,
                    isAddress ? "'" + value + "' is not a known licence"
                            : "'" + value + "' is not a web address",
                    "Write the address of a licence, for example "
                            + "https://creativecommons.org/licenses/by/4.0/.");
            Optional<String> meant = Licences.suggestion(value).filter(Licences::isKnown);
            CellError reported = meant.map(error::withSuggestion).orElse(error);
            report("licence", isAddress && meant.isEmpty() ? reported.asWarning() : reported, value);
        });
    }

    private void curator() {
        Optional<String> stated = header.stated("curator");
        if (stated.isEmpty()) {
            return;
        }
        String value = stated.get();
        Matcher orcid = ORCID.matcher(value);
        CellError error = CellError.of(SheetRule.HEADER_ENTRY, "'" + value + "' is not the address of a curator",
                "Write an ORCID as https://orcid.org/ and its sixteen digits, or another web address.");
        Matcher digits = SIXTEEN.matcher(value);
        if (!orcid.matches() && digits.matches()) {
            report("curator",
                    error.withSuggestion("https://orcid.org/%s-%s-%s-%s".formatted(digits.group(1), digits.group(2),
                            digits.group(3), digits.group(4).toUpperCase(Locale.ROOT))),
                    value);
        } else if (orcid.matches() && !isOrcid(orcid.group(2))) {
            report("curator",
                    CellError.of(SheetRule.HEADER_ENTRY,
                            "'" + value + "' is not an ORCID: its last digit, which checks the"
                                    + " others, is wrong",
                            "Copy the ORCID again."),
                    value);
        } else if (orcid.matches() && !value.equals("https://orcid.org/" + orcid.group(2))) {
            report("curator", error.withSuggestion("https://orcid.org/" + orcid.group(2)), value);
        } else if (!orcid.matches() && (!IRI.matcher(value).matches() || value.contains("orcid.org"))) {
            report("curator", error, value);
        }
    }

    /** The check digit of ISO 7064, MOD 11-2. */
    private static boolean isOrcid(String orcid) {
        String digits = orcid.replace("-", "");
        int total = 0;
        for (int i = 0; i < digits.length() - 1; i++) {
            total = (total + digits.charAt(i) - '0') * 2;
        }
        int check = (12 - total % 11) % 11;
        return digits.charAt(digits.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private void date() {
        header.stated("date").ifPresent(value -> {
            try {
                // Elsewhere it may be tomorrow already.
                if (LocalDate.parse(value).isAfter(today.plusDays(1))) {
                    report("date", CellError.of(SheetRule.HEADER_ENTRY, value + " has not come yet",
                            "Write the day of the last change."), value);
                }
            } catch (DateTimeParseException e) {
                CellError error = CellError.of(SheetRule.HEADER_ENTRY, "'" + value + "' is not a date",
                        "Write year, month and day as 2026-11-23.");
                report("date", DateGuesser.guess(value).map(day -> error.withSuggestion(day.toString())).orElse(error),
                        value);
            }
        });
    }

    private void prefixes() {
        if (header.entries().containsKey("prefixes") && header.prefixes().isEmpty()) {
            report("prefixes", CellError.of(SheetRule.PREFIXES, "the entry prefixes holds no prefix",
                    "Write each in a line of its own below it, two spaces further in."), "");
        }
        header.prefixes().forEach((prefix, iri) -> {
            if (Curie.namespace(prefix).isEmpty()) {
                intendedPrefix(prefix, iri).ifPresent(known -> report(prefix,
                        CellError.of(SheetRule.PREFIXES,
                                "the prefix is written " + known, "Declare the prefix as others do.")
                                .withSuggestion(known),
                        prefix));
            }
        });
        header.prefixes().forEach((prefix, address) -> Curie.namespace(prefix).filter(known -> !known.equals(address))
                .ifPresent(
                        known -> report(prefix,
                                CellError.of(SheetRule.PREFIXES, prefix + " does not stand for '" + address
                                        + "'", "Declare the prefix as others do.").withSuggestion(known),
                                address)));
    }

    /** The known prefix that another one was meant for: by its letters, or by its address. */
    public static Optional<String> intendedPrefix(String prefix, String address) {
        return Curie.prefixes().stream().filter(known -> known.equalsIgnoreCase(prefix)
                || Curie.namespace(known).filter(address::equals).isPresent()).findFirst();
    }

    private void report(String entry, CellError error, String value) {
        long row = header.row(entry);
        boolean isTold = errors.findings().stream()
                .anyMatch(f -> f.place().line() == row && f.rule().equals(SheetRule.HEADER.iri()));
        if (!isTold || value.isEmpty()) {
            errors.addAt(row, entry, "A", error, value);
        }
        errors.suppressEntry(entry);
    }
}
