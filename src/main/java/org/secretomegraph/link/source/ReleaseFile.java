package org.secretomegraph.link.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.secretomegraph.graph.BadInput;

/** An official release on disk: any of the formats, gzip or not, both told by the content. */
public final class ReleaseFile implements FactSource {
    private static final int BEGINNING = 16 * 1024;

    private final Path file;
    private final SourceFormat format;
    private final Progress progress;

    private ReleaseFile(Path file, SourceFormat format, Progress progress) {
        this.file = file;
        this.format = format;
        this.progress = progress;
    }

    /** @throws BadInput when there is no such file, or it is in none of the formats */
    public static ReleaseFile open(Path file, Progress progress) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInput(file + ": " + (Files.isDirectory(file) ? "is a folder" : "no such file, or it may not be read"));
        }
        try (InputStream in = plain(Files.newInputStream(file))) {
            String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            SourceFormat format = SourceFormat.of(beginning).orElseThrow(() -> new BadInput(file + ": is neither OBO,"
                    + " OBO Graphs JSON, OWL in RDF/XML nor Turtle; convert it, for example with"
                    + " 'robot convert --input " + file.getFileName() + " --output release.owl'"));
            return new ReleaseFile(file, format, progress);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    public SourceFormat format() {
        return format;
    }

    /** Name of the file without its folder. */
    public String fileName() {
        return file.getFileName().toString();
    }

    @Override
    public void sendTo(FactSink sink) {
        try (InputStream in = plain(new Watched(Files.newInputStream(file), name(), Files.size(file), progress))) {
            switch (format) {
                case OBO -> OboReader.read(name(), in, sink);
                case OBO_GRAPHS -> OboGraphsReader.read(name(), in, sink);
                case RDF_XML -> RdfReader.read(name(), new XmlEntities(in), Lang.RDFXML, sink);
                case TURTLE -> RdfReader.read(name(), in, Lang.TURTLE, sink);
            }
            progress.at(name(), Files.size(file), Files.size(file));
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read to its end: " + e.getMessage(), e);
        }
    }

    /** The SHA-256 of the file as it is on disk, in hexadecimal. */
    public String checksum() {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            in.transferTo(new OutputStream() {
                @Override
                public void write(int b) {
                    sha.update((byte) b);
                }

                @Override
                public void write(byte[] bytes, int from, int count) {
                    sha.update(bytes, from, count);
                }
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without gzip, if it is gzip: two bytes tell. */
    private static InputStream plain(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BEGINNING);
        in.mark(2);
        byte[] magic = in.readNBytes(2);
        in.reset();
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, BEGINNING), BEGINNING) : in;
    }
}
