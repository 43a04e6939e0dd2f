package org.secretomegraph.linking.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What people have in hand when it is no release that can be read, and what to do about each. Binary files are told by
 * the first bytes that file(1) (https://www.darwinsys.com/file/) knows them by; OWL's other syntaxes by the beginning
 * that their specifications prescribe: https://www.w3.org/TR/owl2-syntax/#Functional-Style_Syntax,
 * https://www.w3.org/TR/owl2-xml-serialization/, https://www.w3.org/TR/owl2-manchester-syntax/#The_Grammar; pointers of
 * Git LFS by https://github.com/git-lfs/git-lfs, docs/spec.md.
 */
enum UnsupportedFormat {
    EMPTY("is empty", "download it again", text("\\s*")),
    ZIP("is a zip archive", "unpack it", bytes("PK\u0003\u0004")),
    BZIP2("is compressed with bzip2", "unpack it, for example with 'bunzip2 %s'", bytes("BZh")),
    XZ("is compressed with xz", "unpack it, for example with 'unxz %s'", bytes("\u00fd7zXZ\u0000")),
    ZSTD("is compressed with zstd", "unpack it, for example with 'unzstd %s'", bytes("(\u00b5/\u00fd")),
    UTF_16("is in UTF-16", "convert it, for example with 'iconv -f UTF-16 -t UTF-8 %s'",
            b -> b.startsWith("\u00fe\u00ff") || b.startsWith("\u00ff\u00fe")),
    LFS_POINTER("is a pointer of Git LFS and not the file itself", "fetch the file with 'git lfs pull'",
            text("version https://git-lfs\\.github\\.com/spec/.*")),
    WEB_PAGE("is a web page", "the download failed: take the address of the file itself",
            text("(?i)(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*(<!doctype html|<html\\b).*")),
    ERROR_MESSAGE("is a server's message", "the download failed: take the address of the file itself",
            text("(?i)(404: )?(not found|forbidden|bad gateway|service unavailable|moved permanently)\\b.{0,300}")),
    FUNCTIONAL("is OWL in functional syntax", Remedy.CONVERT,
            text("(#[^\n]*\\s*)*(Prefix\\s*\\(.*|Ontology\\s*\\(.*)")),
    OWL_XML("is OWL/XML", Remedy.CONVERT,
            text("(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*|<!DOCTYPE[^\\[>]*(\\[.*?])?\\s*>\\s*)*<(\\w+:)?Ontology\\b.*")),
    MANCHESTER("is OWL in Manchester syntax", Remedy.CONVERT, text("(Prefix:\\s.*|Ontology:\\s.*)")),
    JSON_LD("is JSON-LD", Remedy.CONVERT, text("\\[.*\"@(context|graph|id)\"\\s*:.*")),
    OTHER("is neither OBO, OBO Graphs JSON, OWL in RDF/XML nor Turtle", Remedy.CONVERT, b -> true);

    private final String problem;
    private final String remedy;
    private final Predicate<String> begins;

    UnsupportedFormat(String problem, String remedy, Predicate<String> begins) {
        this.problem = problem;
        this.remedy = remedy;
        this.begins = begins;
    }

    /** What ROBOT (https://robot.obolibrary.org/convert) makes of every syntax of OWL. */
    private interface Remedy {
        String CONVERT = "convert it, for example with 'robot convert --input %s --output release.owl'";
    }

    /** What a file with this beginning is, if it is one of those that look like a format that is read. */
    static Optional<UnsupportedFormat> disguised(byte[] beginning) {
        return List.of(values()).stream().filter(kind -> kind != OTHER).filter(kind -> kind.fits(beginning))
                .findFirst();
    }

    private boolean fits(byte[] beginning) {
        return begins.test(new String(beginning, StandardCharsets.ISO_8859_1));
    }

    /** In one line: what the file is, and what to do. */
    String message(String fileName) {
        return problem + "; " + remedy.formatted(fileName);
    }

    private static Predicate<String> bytes(String magic) {
        return beginning -> beginning.startsWith(magic);
    }

    private static Predicate<String> text(String pattern) {
        Predicate<String> matches = Pattern.compile(pattern, Pattern.DOTALL).asMatchPredicate();
        return beginning -> matches.test(beginning.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading());
    }
}
