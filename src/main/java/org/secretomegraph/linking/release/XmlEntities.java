package org.secretomegraph.linking.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML document without its document type: the entities which that declares are put in where they stand. Releases
 * that
 * were written with {@code &obo;} for a namespace refer to it hundreds of thousands of times, and Java's XML parser
 * gives
 * up after 2,500 references lest a document grow without bounds. Here it cannot: an entity is a text without entities
 * by
 * the time it is used. Works on bytes, as names and markup are ASCII in every encoding that releases come in.
 */
final class XmlEntities extends InputStream {
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^\\[>]*(\\[(.*?)]\\s*)?>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+([\\w.-]+)\\s+(?:\"([^\"]*)\"|'([^']*)')\\s*>");
    private static final int LONGEST_NAME = 64;

    private final InputStream in;
    private final Map<String, byte[]> entities = new HashMap<>();
    private byte[] pending;
    private int at;

    XmlEntities(InputStream in) throws IOException {
        this.in = in;
        String prolog = prolog();
        Matcher type = DOCTYPE.matcher(prolog);
        if (type.find()) {
            declare(type.group(2) == null ? "" : type.group(2));
            prolog = prolog.substring(0, type.start()) + type.group().replaceAll("[^\n]", "")
                    + prolog.substring(type.end());
        }
        this.pending = bytes(prolog);
    }

    @Override
    public int read() throws IOException {
        if (at < pending.length) {
            return pending[at++] & 0xff;
        }
        int next = in.read();
        if (next != '&' || entities.isEmpty()) {
            return next;
        }
        pending = reference();
        at = 0;
        return read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int next = read();
            if (next < 0) {
                return n == 0 ? -1 : n;
            }
            into[from + n++] = (byte) next;
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** What a reference stands for; a reference of XML's own ({@code &lt;}) stays as it is. */
    private byte[] reference() throws IOException {
        StringBuilder name = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != ';' && name.length() < LONGEST_NAME) {
            name.append((char) c);
            c = in.read();
        }
        byte[] value = c == ';' ? entities.get(name.toString()) : null;
        return value != null ? value : bytes("&" + name + (c < 0 ? "" : (char) c));
    }

    private void declare(String declarations) {
        Matcher entity = ENTITY.matcher(declarations);
        while (entity.find()) {
            String value = entity.group(2) != null ? entity.group(2) : entity.group(3);
            for (Map.Entry<String, byte[]> known : entities.entrySet()) {
                value = value.replace("&" + known.getKey() + ";",
                        new String(known.getValue(), StandardCharsets.ISO_8859_1));
            }
            entities.putIfAbsent(entity.group(1), bytes(value));
        }
    }

    /** Everything before the root element, and its first two characters. */
    private String prolog() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        boolean inComment = false;
        int[] last = new int[4];
        for (int c = in.read(); c >= 0; c = in.read()) {
            read.write(c);
            System.arraycopy(last, 1, last, 0, 3);
            last[3] = c;
            if (inComment) {
                inComment = !(last[1] == '-' && last[2] == '-' && last[3] == '>');
            } else if (last[0] == '<' && last[1] == '!' && last[2] == '-' && last[3] == '-') {
                inComment = true;
            } else if (last[2] == '<' && Character.isLetter(c)) {
                break;
            }
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
