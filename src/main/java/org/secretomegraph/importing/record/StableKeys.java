package org.secretomegraph.importing.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names of imported claims and graphs: the same record in the same file gets the same name at every import. */
public final class StableKeys {
    private static final int DIGITS = 16;

    private StableKeys() {}

    /** The part of a file's name that tells it from others. */
    public static String stem(String fileName) {
        return slug(fileName.replaceFirst("(?i)(\\.(gaf|gpad|gpa|txt|tsv|json|ndjson|jsonl|zip))?(\\.gz)?$", ""));
    }

    /** What the keys of a file's claims begin with. */
    public static String prefix(ImportFormat format, String fileName) {
        String stem = stem(fileName);
        return stem.startsWith(format.toString()) ? stem : format + "-" + stem;
    }

    /** Lower case letters and digits, parted by single hyphens. */
    public static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "file" : slug;
    }

    /** A short digest of a text. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
