package org.secretomegraph.server.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.secretomegraph.io.InvalidInputException;
import org.secretomegraph.server.http.ParseErrors;

/** Names and passwords of the users who may write. */
public final class PasswordFile {
    private final Map<String, byte[]> passwords;

    private PasswordFile(Map<String, byte[]> passwords) {
        this.passwords = passwords;
    }

    /**
     * Reads lines of {@code name:password}; empty lines and those beginning with {@code #} are ignored.
     *
     * @throws InvalidInputException when the file cannot be used, or is readable by all users of this machine
     */
    public static PasswordFile read(Path file) {
        List<String> lines;
        try {
            checkPermissions(file);
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file + ": not a readable file of users: " + ParseErrors.oneLine(e.toString()), e);
        }
        Map<String, byte[]> passwords = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(':');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (colon < 1 || colon == line.length() - 1) {
                throw new InvalidInputException(file + ":" + (i + 1) + ": write name:password");
            }
            if (Character.isWhitespace(line.charAt(colon - 1)) || Character.isWhitespace(line.charAt(colon + 1))) {
                throw new InvalidInputException(
                        file + ":" + (i + 1) + ": write name:password without blanks beside the colon");
            }
            if (passwords.put(line.substring(0, colon), digest(line.substring(colon + 1))) != null) {
                throw new InvalidInputException(
                        file + ":" + (i + 1) + ": " + line.substring(0, colon) + " is listed twice");
            }
        }
        if (passwords.isEmpty()) {
            throw new InvalidInputException(file + ": names no user; write lines of name:password");
        }
        return new PasswordFile(passwords);
    }

    /** Whether this is the password of the user; takes equally long for all passwords. */
    boolean authenticate(String name, String password) {
        byte[] known = passwords.getOrDefault(name, new byte[0]);
        return MessageDigest.isEqual(known, digest(password));
    }

    private static void checkPermissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            throw new InvalidInputException(
                    file + ": all users of this machine can read the passwords; run chmod 600 " + file);
        }
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
